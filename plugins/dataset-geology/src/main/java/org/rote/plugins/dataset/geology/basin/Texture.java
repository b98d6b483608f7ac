package org.rote.plugins.dataset.geology.basin;

import java.util.random.RandomGenerator;

/**
 * A Gaussian field of mean 0 and variance 1: independent normal numbers on a lattice, interpolated by cubic B-splines and divided by the standard deviation of that. Its correlation length is that of the lattice.
 */
final class Texture {

    private static final int TAPS = 4;

    private final double stepAlong;
    private final double stepAcross;
    private final int across;
    private final double[] values;
    private final int along;

    private Texture(double stepAlong, double stepAcross, int along, int across, double[] values) {
        this.stepAlong = stepAlong;
        this.stepAcross = stepAcross;
        this.along = along;
        this.across = across;
        this.values = values;
    }

    /** Draws a field over an extent; beyond, it repeats itself. */
    static Texture draw(double stepAlong, double stepAcross, Extent extent, RandomGenerator random) {
        int along = nodes(extent.width(), stepAlong);
        int across = nodes(extent.depth(), stepAcross);
        double[] values = new double[along * across];
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextGaussian();
        }
        return new Texture(stepAlong, stepAcross, along, across, values);
    }

    static int nodes(double length, double step) {
        return (int) Math.ceil(length / step) + TAPS;
    }

    /** The field along one line across the layers. */
    Line at(double x) {
        double[] weights = new double[TAPS];
        double position = x / stepAlong;
        int first = (int) Math.floor(position);
        splines(position - first, weights);
        // three values more, so that only the first of four needs to be brought into the lattice
        double[] line = new double[across + TAPS - 1];
        for (int t = 0; t < TAPS; t++) {
            int row = Math.floorMod(first + t, along) * across;
            for (int k = 0; k < across; k++) {
                line[k] += weights[t] * values[row + k];
            }
        }
        System.arraycopy(line, 0, line, across, TAPS - 1);
        return new Line(line, stepAcross, weights);
    }

    /** The four cubic B-splines that are not 0 there, divided by the root of the sum of their squares. */
    private static void splines(double t, double[] weights) {
        double u = 1 - t;
        weights[0] = u * u * u / 6;
        weights[1] = (4 + t * t * (3 * t - 6)) / 6;
        weights[2] = (4 + u * u * (3 * u - 6)) / 6;
        weights[3] = t * t * t / 6;
        double sum = 0;
        for (double weight : weights) {
            sum += weight * weight;
        }
        double scale = 1 / Math.sqrt(sum);
        for (int k = 0; k < TAPS; k++) {
            weights[k] *= scale;
        }
    }

    /** The field along a line; for one thread. */
    record Line(double[] values, double step, double[] weights) {

        double at(double depth) {
            double position = depth / step;
            int lower = (int) Math.floor(position);
            splines(position - lower, weights);
            int first = Math.floorMod(lower, values.length - (TAPS - 1));
            double sum = 0;
            for (int t = 0; t < TAPS; t++) {
                sum += weights[t] * values[first + t];
            }
            return sum;
        }
    }
}
