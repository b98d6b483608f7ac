package org.rote.testkit;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Holds a gradient against finite differences of its function. */
final class FiniteDifferences {

    /** Up to this dimension every coordinate is tried, beyond it this many random directions. */
    private static final int DIRECTIONS = 16;

    // From a tenth of the scale down: a right gradient agrees well at one of them, a wrong one at none.
    private static final int STEPS = 12;
    private static final double LARGEST_STEP = 0.1;
    private static final double SHRINK = 0.25;

    private final String what;
    private final double tolerance;
    private final Compare compare;

    FiniteDifferences(String what, double tolerance, Compare compare) {
        this.what = what;
        this.tolerance = tolerance;
        this.compare = compare;
    }

    /**
     * Checks ⟨gradient, v⟩ along directions v, relative to the gradient's size or, where that vanishes, to 1/scale.
     *
     * @param scale how far one goes until the function changes by about one
     */
    void verify(
            ToDoubleFunction<double[]> function, double[] x, double[] gradient, double scale, RandomGenerator random) {
        compare.finite(what, gradient);
        double size = Math.max(Vectors.scale(gradient), 1 / scale);
        for (int k = 0; k < Math.min(x.length, DIRECTIONS); k++) {
            double[] v = direction(x.length, k, random);
            double claimed = Vectors.dot(gradient, v);
            double measured = nearest(function, x, v, scale, claimed);
            compare.close(
                    what + " along direction " + k + " and finite differences", measured, claimed, tolerance * size);
        }
    }

    private static double[] direction(int size, int k, RandomGenerator random) {
        if (size > DIRECTIONS) {
            double[] v = Vectors.normal(random, size);
            return Vectors.times(1 / Vectors.norm(v), v);
        }
        double[] unit = new double[size];
        unit[k] = 1;
        return unit;
    }

    /** Of the differences at all steps the one that agrees best. */
    private static double nearest(
            ToDoubleFunction<double[]> function, double[] x, double[] v, double scale, double claimed) {
        double nearest = Double.POSITIVE_INFINITY;
        double h = LARGEST_STEP * scale;
        for (int step = 0; step < STEPS; step++, h *= SHRINK) {
            double difference = (4 * central(function, x, v, h / 2) - central(function, x, v, h)) / 3;
            if (Math.abs(difference - claimed) <= Math.abs(nearest - claimed)) {
                nearest = difference;
            }
        }
        return nearest;
    }

    private static double central(ToDoubleFunction<double[]> function, double[] x, double[] v, double h) {
        double ahead = function.applyAsDouble(Vectors.plus(x, h, v));
        double behind = function.applyAsDouble(Vectors.plus(x, -h, v));
        return (ahead - behind) / (2 * h);
    }
}
