package org.rote.plugins.diagnostic.memorization;

import java.util.Arrays;

/**
 * The distance of a point to the convex hull of others: min |x − Σ a_n x_n| over a ≥ 0, Σ a_n = 1.
 *
 * <p>By pairwise steps: weight moves from the vertex of the largest slope that has any to the one of the smallest, as far as it helps; the number of steps grows with the logarithm of the accuracy. Works on the products of x_n − x, so
 * the cost is m² d / 2 multiplications for m points of d coordinates, and m a step.
 *
 * <p>Source: S. Lacoste-Julien and M. Jaggi (2015), On the global linear convergence of Frank-Wolfe optimization variants, Advances in Neural Information Processing Systems 28, algorithm 2.
 */
final class Hull {

    private static final int MOST_STEPS = 20_000;

    /** Of the largest squared distance: what is left to gain when steps end. */
    private static final double GAP = 1e-12;

    private final double[] weights;
    private final double squaredDistance;

    private Hull(double[] weights, double squaredDistance) {
        this.weights = weights;
        this.squaredDistance = squaredDistance;
    }

    /**
     * Projects a point onto a hull.
     *
     * @param differences x_n − x, one after another; not modified
     * @param count how many there are, at least 1
     * @return the nearest point of the hull
     */
    static Hull nearest(double[] differences, int count) {
        double[] products = products(differences, count);
        double[] weights = new double[count];
        int start = 0;
        double largest = 0;
        for (int n = 0; n < count; n++) {
            start = products[n * count + n] < products[start * count + start] ? n : start;
            largest = Math.max(largest, products[n * count + n]);
        }
        weights[start] = 1;
        double[] slopes = Arrays.copyOfRange(products, start * count, (start + 1) * count);
        for (int step = 0; step < MOST_STEPS; step++) {
            int towards = 0;
            int away = start;
            for (int n = 0; n < count; n++) {
                towards = slopes[n] < slopes[towards] ? n : towards;
                away = weights[n] > 0 && (weights[away] == 0 || slopes[n] > slopes[away]) ? n : away;
            }
            double gain = slopes[away] - slopes[towards];
            if (gain <= GAP * largest) {
                break;
            }
            move(products, weights, slopes, towards, away, gain);
        }
        double squared = 0;
        for (int n = 0; n < count; n++) {
            squared += weights[n] * slopes[n];
        }
        return new Hull(weights, Math.max(0, squared));
    }

    private static void move(double[] products, double[] weights, double[] slopes, int towards, int away, double gain) {
        int count = weights.length;
        double curvature = products[away * count + away]
                + products[towards * count + towards]
                - 2 * products[away * count + towards];
        double length = curvature > 0 ? Math.min(weights[away], gain / curvature) : weights[away];
        weights[towards] += length;
        weights[away] = length == weights[away] ? 0 : weights[away] - length;
        for (int n = 0; n < count; n++) {
            slopes[n] += length * (products[towards * count + n] - products[away * count + n]);
        }
    }

    private static double[] products(double[] differences, int count) {
        int size = differences.length / count;
        double[] products = new double[count * count];
        for (int n = 0; n < count; n++) {
            for (int m = 0; m <= n; m++) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += differences[n * size + i] * differences[m * size + i];
                }
                products[n * count + m] = sum;
                products[m * count + n] = sum;
            }
        }
        return products;
    }

    double distance() {
        return Math.sqrt(squaredDistance);
    }

    /** a, one for each point. */
    double[] weights() {
        return weights;
    }
}
