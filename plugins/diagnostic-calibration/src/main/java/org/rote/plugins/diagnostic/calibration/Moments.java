package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;

/**
 * Mean and variance of some numbers, exact where all are equal: sums are taken of differences from the first.
 *
 * @param mean their mean
 * @param variance with one degree of freedom less than there are numbers
 */
record Moments(double mean, double variance) {

    /** Of at least two numbers. */
    static Moments of(double[] values) {
        double first = values[0];
        double shift = Arrays.stream(values).map(x -> x - first).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(x -> (x - first - shift) * (x - first - shift))
                .sum();
        return new Moments(first + shift, squares / (values.length - 1));
    }
}
