package org.rote.plugins.diagnostic.verdict;

import java.util.Arrays;

/**
 * Tests that compare numbers with those of a null and merge what they say.
 *
 * <p>One draw of a right posterior is, over truths and data, one of the population: that of a truth, given its data, is the population again. So the share of the null at or below its score, the draw itself counted with the null, is at most p with probability p
 * (conformal p-value; Vovk, Gammerman &amp; Shafer, 2005), whatever the score. Draws of one posterior stand together and depend on each other, so these are not multiplied: that a share q of them are at most p q has a probability of at most p however they depend (Rüger, 1978).
 */
final class Probabilities {

    /** How often each test rejects what is true, at most. */
    static final double FALSE_ALARMS = 0.01;

    private Probabilities() {}

    /**
     * The conformal p-values of scores: small where they are low.
     *
     * @param scores to be tested; not modified
     * @param nulls scores of what the hypothesis says they are like; not modified
     * @return for each score (1 + number of nulls not above it) / (1 + number of nulls)
     */
    static double[] low(double[] scores, double[] nulls) {
        double[] sorted = nulls.clone();
        Arrays.sort(sorted);
        return Arrays.stream(scores)
                .map(score -> (1.0 + countNotAbove(sorted, score)) / (1 + sorted.length))
                .toArray();
    }

    /** The same where scores are high. */
    static double[] high(double[] scores, double[] nulls) {
        return low(negative(scores), negative(nulls));
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static int countNotAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * One p-value for the hypothesis that all of them come from: that of the draw below which a share of all lie, over that share.
     *
     * @param probabilities at least one; not modified
     * @param share q, above 0, at most 1
     * @return at most 1
     */
    static double merged(double[] probabilities, double share) {
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return Math.min(1, sorted[rank - 1] / share);
    }

    /**
     * How many nulls it takes until {@link #merged} can reject.
     *
     * @param share q
     * @return a count
     */
    static int leastNulls(double share) {
        return (int) Math.ceil(1 / (share * FALSE_ALARMS) - 1e-9) - 1;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
