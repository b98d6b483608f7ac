package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.List;

/** Proper scores of draws against a truth, lower is better (Gneiting &amp; Raftery, 2007), without the bias of few draws: pairs of a draw with itself are left out (Ferro, 2014). */
final class Scores {

    /** The most draws whose pairs are formed. */
    private static final int MOST_PAIRED = 500;

    private Scores() {}

    /** Continuous ranked probability score E|X − y| − ½ E|X − X′|, in the unit of the quantity. */
    static double rankedProbability(double[] draws, double truth) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double distance = 0;
        double pairs = 0;
        for (int k = 0; k < sorted.length; k++) {
            distance += Math.abs(sorted[k] - truth);
            pairs += (2.0 * k - sorted.length + 1) * sorted[k];
        }
        return distance / sorted.length - pairs / ((double) sorted.length * (sorted.length - 1));
    }

    /** Energy score E‖X − y‖ − ½ E‖X − X′‖ over some of the quantities, from evenly spread draws. */
    static double energy(List<double[]> rows, double[] truth, int from, int count) {
        int number = Math.min(rows.size(), MOST_PAIRED);
        double distance = 0;
        double pairs = 0;
        for (int k = 0; k < number; k++) {
            double[] row = rows.get((int) ((long) k * rows.size() / number));
            distance += distance(row, truth, from, count);
            for (int j = 0; j < k; j++) {
                pairs += distance(row, rows.get((int) ((long) j * rows.size() / number)), from, count);
            }
        }
        return distance / number - pairs / ((double) number * (number - 1));
    }

    static double distance(double[] a, double[] b, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
