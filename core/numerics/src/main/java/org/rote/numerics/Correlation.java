package org.rote.numerics;

import org.rote.spi.Axis;

/** How the correlation of two values falls off with their distance h along an axis, in correlation lengths ℓ. */
public enum Correlation {
    /** exp(−|h|/ℓ): rough fields. */
    EXPONENTIAL,
    /** exp(−h²/(2ℓ²)): smooth fields. */
    GAUSSIAN;

    /**
     * The correlation at a distance.
     *
     * @param lag |h|/ℓ, at least 0
     * @return between 0 and 1
     */
    public double at(double lag) {
        return Math.exp(this == EXPONENTIAL ? -lag : -0.5 * lag * lag);
    }

    /**
     * The correlations of the samples of an axis.
     *
     * @param axis n samples
     * @param length ℓ in the unit of the axis, greater than 0
     * @return n × n numbers, row by row
     */
    public double[] matrix(Axis axis, double length) {
        int count = axis.count();
        double[] matrix = new double[Math.multiplyExact(count, count)];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                matrix[i * count + j] = at(Math.abs(i - j) * axis.step() / length);
            }
        }
        return matrix;
    }
}
