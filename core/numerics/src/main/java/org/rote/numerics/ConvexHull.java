package org.rote.numerics;

import java.util.Arrays;

/**
 * The point of a convex hull that is nearest to a point x, its foot: min |x − Σ a_n x_n| over a ≥ 0, Σ a_n = 1. Vertices may be added one by one; what is known of the foot is kept.
 *
 * <p>By pairwise steps: weight moves from the vertex of the largest slope that has any to the one of the smallest, as far as it helps; the number of steps grows with the logarithm of the accuracy. Works on the products of x_n − x, so
 * the cost is m² d / 2 multiplications for m vertices of d coordinates, and m a step.
 *
 * <p>Source: S. Lacoste-Julien and M. Jaggi (2015), On the global linear convergence of Frank-Wolfe optimization variants, Advances in Neural Information Processing Systems 28, algorithm 2.
 */
public final class ConvexHull {

    private static final int MOST_STEPS = 20_000;

    /** Of the largest squared distance: what is left to gain when steps end. */
    private static final double GAP = 1e-12;

    private double[][] differences = {};
    private double[][] products = {};
    private double[] weights = {};
    private double[] slopes = {};

    /**
     * Begins with one vertex.
     *
     * @param difference x_1 − x; kept, not modified
     */
    public ConvexHull(double[] difference) {
        add(difference);
        weights[0] = 1;
        slopes[0] = products[0][0];
    }

    /**
     * Projects a point onto a hull.
     *
     * @param differences x_n − x, one after another; not modified
     * @param count how many there are, at least 1
     * @return the hull, with the foot settled to a millionth of the largest distance
     */
    public static ConvexHull nearest(double[] differences, int count) {
        int size = differences.length / count;
        ConvexHull hull = new ConvexHull(Arrays.copyOf(differences, size));
        for (int n = 1; n < count; n++) {
            hull.add(Arrays.copyOfRange(differences, n * size, (n + 1) * size));
        }
        double largest = 0;
        for (int n = 0; n < count; n++) {
            largest = Math.max(largest, hull.products[n][n]);
        }
        hull.settle(GAP * largest, MOST_STEPS);
        return hull;
    }

    /**
     * Adds a vertex, of weight 0 until the foot is settled again.
     *
     * @param difference x_n − x; kept, not modified
     */
    public void add(double[] difference) {
        int count = differences.length;
        differences = Arrays.copyOf(differences, count + 1);
        differences[count] = difference;
        weights = Arrays.copyOf(weights, count + 1);
        slopes = Arrays.copyOf(slopes, count + 1);
        products = Arrays.copyOf(products, count + 1);
        products[count] = new double[count + 1];
        for (int n = 0; n <= count; n++) {
            double product = product(differences[n], difference);
            products[n] = Arrays.copyOf(products[n], count + 1);
            products[n][count] = product;
            products[count][n] = product;
            slopes[count] += weights[n] * product;
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * Moves weights until the squared distance to the foot can fall by no more than a gap.
     *
     * @param gap in squared units of distance, above 0
     * @param steps at most
     */
    public void settle(double gap, int steps) {
        for (int step = 0; step < steps; step++) {
            int towards = 0;
            int away = -1;
            for (int n = 0; n < weights.length; n++) {
                towards = slopes[n] < slopes[towards] ? n : towards;
                away = weights[n] > 0 && (away < 0 || slopes[n] > slopes[away]) ? n : away;
            }
            double gain = slopes[away] - slopes[towards];
            if (gain <= gap) {
                return;
            }
            move(towards, away, gain);
        }
    }

    private void move(int towards, int away, double gain) {
        double curvature = products[away][away] + products[towards][towards] - 2 * products[away][towards];
        double length = curvature > 0 ? Math.min(weights[away], gain / curvature) : weights[away];
        weights[towards] += length;
        weights[away] = length == weights[away] ? 0 : weights[away] - length;
        for (int n = 0; n < weights.length; n++) {
            slopes[n] += length * (products[towards][n] - products[away][n]);
        }
    }

    /**
     * How far the foot is.
     *
     * @return |x − Σ a_n x_n|, 0 inside
     */
    public double distance() {
        double squared = 0;
        for (int n = 0; n < weights.length; n++) {
            squared += weights[n] * slopes[n];
        }
        return Math.sqrt(Math.max(0, squared));
    }

    /**
     * From the point to the foot.
     *
     * @return Σ a_n x_n − x
     */
    public double[] displacement() {
        double[] displacement = new double[differences[0].length];
        for (int n = 0; n < weights.length; n++) {
            for (int i = 0; i < displacement.length && weights[n] > 0; i++) {
                displacement[i] += weights[n] * differences[n][i];
            }
        }
        return displacement;
    }

    /**
     * Where the foot lies.
     *
     * @return a_n, one for each vertex, 0 for those that are not needed
     */
    public double[] weights() {
        return weights.clone();
    }
}
