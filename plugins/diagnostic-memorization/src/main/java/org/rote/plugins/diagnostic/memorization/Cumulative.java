package org.rote.plugins.diagnostic.memorization;

import java.util.Arrays;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Role;

/** Distributions as curves: the share of values that are not greater than each abscissa. */
final class Cumulative {

    private static final int STEPS = 200;

    private Cumulative() {}

    /**
     * One curve from 0 to an end.
     *
     * @param values at least one; not modified
     * @param end largest abscissa
     */
    static Line line(String label, Role role, double[] values, double end) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] at = new double[STEPS + 1];
        double[] share = new double[STEPS + 1];
        int below = 0;
        for (int s = 0; s <= STEPS; s++) {
            at[s] = end * s / STEPS;
            while (below < sorted.length && sorted[below] <= at[s]) {
                below++;
            }
            share[s] = (double) below / sorted.length;
        }
        return new Line(label, role, at, share);
    }
}
