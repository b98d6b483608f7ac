package org.rote.plugins.sampler.optimization.quasinewton;

/**
 * A point with what is known of the function there. The arrays are kept by reference and never changed.
 *
 * @param x the point
 * @param value f(x)
 * @param gradient ∇f(x)
 */
public record Point(double[] x, double value, double[] gradient) {

    /**
     * Evaluates a function.
     *
     * @param objective the function
     * @param x the point; kept
     * @return the point with value and gradient
     */
    public static Point of(Objective objective, double[] x) {
        double[] gradient = new double[x.length];
        double value = objective.at(x, gradient);
        return new Point(x, value, gradient);
    }

    /**
     * Whether the function has a value and a gradient here.
     *
     * @return true if all of them are finite
     */
    public boolean isFinite() {
        return Double.isFinite(value) && Arrays.allFinite(gradient);
    }
}
