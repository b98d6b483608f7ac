package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A statistic of labels beside what it is when labels are dealt anew, so that they mean nothing.
 *
 * @param statistic with the labels as they are
 * @param threshold what it stays at or below in 99 of 100 dealings
 * @param probability share of dealings, this one counted, in which it is at least as great
 */
record PermutationTest(double statistic, double threshold, double probability) {

    /** How often what is the same is taken for different. */
    static final double FALSE_ALARMS = 0.01;

    /**
     * Carries out the test.
     *
     * @param labels true for one sample, false for the other; not modified
     * @param of the statistic, great where samples differ
     * @param dealings how many, at least 1
     * @param random deals
     * @return the outcome
     */
    static PermutationTest of(boolean[] labels, ToDoubleFunction<boolean[]> of, int dealings, RandomGenerator random) {
        double statistic = of.applyAsDouble(labels);
        boolean[] dealt = labels.clone();
        double[] dealtStatistics = new double[dealings];
        for (int p = 0; p < dealings; p++) {
            shuffle(dealt, random);
            dealtStatistics[p] = of.applyAsDouble(dealt);
        }
        Arrays.sort(dealtStatistics);
        long atLeast = Arrays.stream(dealtStatistics)
                .filter(value -> value >= statistic)
                .count();
        int rank = Math.min(dealings - 1, (int) Math.ceil((1 - FALSE_ALARMS) * dealings) - 1);
        return new PermutationTest(statistic, dealtStatistics[rank], (1.0 + atLeast) / (dealings + 1));
    }

    boolean isSignificant() {
        return probability <= FALSE_ALARMS;
    }

    private static void shuffle(boolean[] labels, RandomGenerator random) {
        for (int i = labels.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            boolean label = labels[i];
            labels[i] = labels[j];
            labels[j] = label;
        }
    }
}
