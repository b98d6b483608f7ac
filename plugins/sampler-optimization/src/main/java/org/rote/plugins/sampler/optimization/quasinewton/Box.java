package org.rote.plugins.sampler.optimization.quasinewton;

/**
 * Bounds l ≤ x ≤ u, the same for every component.
 *
 * @param lower l; minus infinity for none
 * @param upper u, greater than l; infinity for none
 */
public record Box(double lower, double upper) {

    /** No bounds. */
    public static final Box UNBOUNDED = new Box(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Checks the order; throws {@link IllegalArgumentException} when nothing lies between. */
    public Box {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("lower bound " + lower + " is not below the upper one, " + upper);
        }
    }

    /**
     * The nearest value inside.
     *
     * @param value any number
     * @return a number between the bounds
     */
    public double nearest(double value) {
        return Math.min(upper, Math.max(lower, value));
    }

    boolean isInside(double value) {
        return lower < value && value < upper;
    }

    /**
     * How far a point is from a stationary one: the largest component of the gradient, those left out that would push a component at its bound beyond it.
     *
     * @param point a point inside
     * @return the norm; 0 where the conditions of first order hold
     */
    public double projectedGradient(Point point) {
        double largest = 0;
        for (int i = 0; i < point.x().length; i++) {
            double x = point.x()[i];
            double g = point.gradient()[i];
            boolean held = (g > 0 && x <= lower) || (g < 0 && x >= upper);
            largest = held ? largest : Math.max(largest, Math.abs(g));
        }
        return largest;
    }

    /** The longest step along d that stays inside, at least 0; infinite where no bound lies ahead. */
    double longestStep(double[] x, double[] d) {
        double longest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (d[i] > 0) {
                longest = Math.min(longest, (upper - x[i]) / d[i]);
            } else if (d[i] < 0) {
                longest = Math.min(longest, (lower - x[i]) / d[i]);
            }
        }
        return Math.max(0, longest);
    }
}
