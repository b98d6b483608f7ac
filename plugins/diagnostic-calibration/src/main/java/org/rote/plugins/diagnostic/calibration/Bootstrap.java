package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** How far a number that comes from many truths would scatter with other truths: it is computed anew from as many truths drawn with replacement (Efron &amp; Tibshirani, 1993). */
final class Bootstrap {

    private static final int SETS = 1000;

    private final int[][] sets;

    /**
     * Draws the sets.
     *
     * @param count number of truths
     * @param random for the drawing
     */
    Bootstrap(int count, RandomGenerator random) {
        sets = new int[SETS][];
        for (int s = 0; s < SETS; s++) {
            sets[s] = random.ints(count, 0, count).toArray();
        }
    }

    /**
     * An interval that holds a number in so many of the sets.
     *
     * @param of the number, from the indices of truths
     * @param level for example 0.95
     * @return lower and upper end
     */
    double[] interval(ToDoubleFunction<int[]> of, double level) {
        double[] values = Arrays.stream(sets).mapToDouble(of).sorted().toArray();
        int outside = (int) Math.round(0.5 * (1 - level) * SETS);
        return new double[] {values[outside], values[SETS - 1 - outside]};
    }

    /** The mean of the chosen ones of some values. */
    static double mean(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(c -> values[c]).average().orElseThrow();
    }
}
