package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.spi.Checks;

/** Ranges as the manifest gives them: two numbers, the lower one first, or one that stands for both. */
final class Ranges {

    private Ranges() {}

    /**
     * Checks a range of numbers.
     *
     * @param key its key
     * @param range its values
     * @param least the smallest that may be
     * @param most the largest that may be
     * @param unit of the values in SI, for messages; empty where they have none
     * @param checks told what is wrong
     */
    static void check(String key, List<Double> range, double least, double most, String unit, Checks checks) {
        boolean ordered = isPair(range) && range.get(0) <= range.get(range.size() - 1);
        checks.that(
                ordered,
                key,
                "must be one value or two, the smaller one first, got " + range + " " + unit,
                "give a range such as [a, b]");
        if (ordered) {
            double last = range.get(range.size() - 1);
            boolean within = range.get(0) >= least && last <= most && Double.isFinite(last);
            String bounds = Double.isInfinite(most)
                    ? "at least " + least + " " + unit
                    : "between " + least + " and " + most + " " + unit;
            checks.that(within, key, "must be " + bounds + ", got " + range + " " + unit, "give other values");
        }
    }

    /** Checks a range of how many there are. */
    static void checkNumbers(String key, List<Integer> range, int most, Checks checks) {
        boolean ordered = isPair(range) && range.get(0) <= range.get(range.size() - 1);
        checks.that(
                ordered && range.get(0) >= 0 && range.get(range.size() - 1) <= most,
                key,
                "must be one number or two, the smaller one first, between 0 and " + most + ", got " + range,
                "give a range such as [0, 2]");
    }

    private static boolean isPair(List<?> range) {
        return range.size() == 1 || range.size() == 2;
    }

    /** Draws evenly. */
    static double draw(List<Double> range, RandomGenerator random) {
        double share = random.nextDouble();
        double least = range.get(0);
        return least + share * (range.get(range.size() - 1) - least);
    }

    /** Draws evenly in the logarithm: twice as large is as likely everywhere. The range begins above 0. */
    static double drawLogarithmically(List<Double> range, RandomGenerator random) {
        double share = random.nextDouble();
        double least = range.get(0);
        return least * StrictMath.pow(range.get(range.size() - 1) / least, share);
    }

    /** Draws a number, each equally likely. */
    static int drawNumber(List<Integer> range, RandomGenerator random) {
        return random.nextInt(range.get(0), range.get(range.size() - 1) + 1);
    }
}
