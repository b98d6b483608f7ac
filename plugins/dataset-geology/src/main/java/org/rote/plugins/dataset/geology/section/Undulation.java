package org.rote.plugins.dataset.geology.section;

import java.util.random.RandomGenerator;

/** A smooth curve: a sum of sines of which longer ones are higher, with mean 0 and height 1, from its lowest to its highest point, over a width. */
public final class Undulation {

    private static final int FEWEST = 2;
    private static final int MOST = 4;
    private static final double LEAST_WEIGHT = 0.3;
    /** A wave of a third of the width has eleven of these points, which tell its height to 4 %. */
    private static final int POINTS = 32;

    private final double[] wavenumbers;
    private final double[] phases;
    private final double[] amplitudes;
    private final double mean;
    private final double height;

    private Undulation(double[] wavenumbers, double[] phases, double[] amplitudes, double width) {
        this.wavenumbers = wavenumbers;
        this.phases = phases;
        this.amplitudes = amplitudes;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i <= POINTS; i++) {
            double value = raw(width * i / POINTS);
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            sum += value;
        }
        this.mean = sum / (POINTS + 1);
        this.height = highest - lowest;
    }

    /**
     * Draws a curve of two to four waves.
     *
     * @param random where from
     * @param width over which it has mean 0 and height 1, in m
     * @param shortest wavelength relative to the width; they are evenly spread in their logarithm
     * @param longest wavelength relative to the width
     * @return the curve
     */
    public static Undulation draw(RandomGenerator random, double width, double shortest, double longest) {
        int waves = random.nextInt(FEWEST, MOST + 1);
        double[] wavenumbers = new double[waves];
        double[] phases = new double[waves];
        double[] amplitudes = new double[waves];
        for (int i = 0; i < waves; i++) {
            double wavelength = shortest * StrictMath.pow(longest / shortest, random.nextDouble());
            wavenumbers[i] = 2 * Math.PI / (wavelength * width);
            phases[i] = random.nextDouble(2 * Math.PI);
            amplitudes[i] = wavelength * random.nextDouble(LEAST_WEIGHT, 1);
        }
        return new Undulation(wavenumbers, phases, amplitudes, width);
    }

    /**
     * The height at one place.
     *
     * @param x the place in m
     * @return the height, between −1 and 1 within the width
     */
    public double at(double x) {
        return (raw(x) - mean) / height;
    }

    private double raw(double x) {
        double sum = 0;
        for (int i = 0; i < wavenumbers.length; i++) {
            sum += amplitudes[i] * StrictMath.sin(wavenumbers[i] * x + phases[i]);
        }
        return sum;
    }
}
