package org.rote.plugins.parameterization.fields;

import java.util.Arrays;
import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;

/**
 * How many modes of an expansion are kept: so many, or as few as hold a part of the variance.
 *
 * @param modes how many
 * @param energy the part, greater than 0 and at most 1
 */
record Truncation(Optional<Integer> modes, Optional<Double> energy) {

    /** Modes whose variance is a smaller part of the largest are rounding: single precision leaves a part of 1e-14 to 1e-12 in what is read from files. */
    private static final double LEAST_VARIANCE = 1e-10;

    /** What is wrong with the keys {@code modes} and {@code energy} of a section. */
    void check(Checks checks) {
        checks.that(
                modes.isPresent() != energy.isPresent(),
                "",
                modes.isPresent() ? "has both modes and energy" : "has neither modes nor energy",
                "give one of them, for example energy: 0.95");
        modes.ifPresent(count -> checks.atLeast("modes", count, 1));
        energy.ifPresent(part -> checks.that(
                part > 0 && part <= 1,
                "energy",
                "must be greater than 0 and at most 1, got " + part,
                "give the part of the variance to keep, for example 0.95"));
    }

    /**
     * The number of modes.
     *
     * @param variances of all modes, largest first
     * @param origin what they are the modes of, for messages: {@code these 20 models}
     * @throws InvalidInputException when there are fewer than asked for
     */
    int count(double[] variances, String origin) {
        int rank = (int) Arrays.stream(variances)
                .filter(variance -> variance > LEAST_VARIANCE * variances[0])
                .count();
        if (modes.isPresent() && modes.get() > rank) {
            throw new InvalidInputException(
                    "modes",
                    "must be at most " + rank + ", got " + modes.get() + ": " + origin + " vary in no more directions",
                    "give " + rank + " or less");
        }
        return modes.orElseGet(() -> holding(energy.orElseThrow() * sum(variances, variances.length), rank, variances));
    }

    private static int holding(double wanted, int rank, double[] variances) {
        int count = 1;
        while (count < rank && sum(variances, count) < wanted) {
            count++;
        }
        return count;
    }

    private static double sum(double[] variances, int count) {
        return Arrays.stream(variances, 0, count).sum();
    }
}
