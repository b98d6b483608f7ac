package org.rote.plugins.diagnostic.memorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class PopulationTest {

    private static final double ROUNDING = 1e-14;

    private static Population with(double... ratios) {
        return new Population("some", "some", Map.of(Measure.RATIO_TO_MEAN, ratios));
    }

    @Test
    void countsTiesHalfWhenTellingPopulationsApart() {
        assertThat(with(1, 2, 3).closerThan(with(1, 2, 3), Measure.RATIO_TO_MEAN))
                .isCloseTo(0.5, within(ROUNDING));
        assertThat(with(0, 0).closerThan(with(1, 1, 1), Measure.RATIO_TO_MEAN)).isEqualTo(1);
        assertThat(with(2).closerThan(with(1, 2, 3, 4), Measure.RATIO_TO_MEAN)).isCloseTo(2.5 / 4, within(ROUNDING));
    }

    /** The interval of the difference of two binomial shares, by the normal approximation, which 400 points of each make good to a few per cent. */
    @Test
    void givesTheIntervalOfADifferenceOfShares() {
        long seed = 20260622;
        RandomGenerator random = new SplittableRandom(seed);
        double[] mine = new double[400];
        Arrays.fill(mine, 0, 120, 0.1);
        Arrays.fill(mine, 120, 400, 0.9);
        double[] theirs = new double[400];
        Arrays.fill(theirs, 0, 40, 0.1);
        Arrays.fill(theirs, 40, 400, 0.9);
        double[] excess = with(mine).excess(with(theirs), Measure.RATIO_TO_MEAN, random, 4000);
        double deviation = Math.sqrt(0.3 * 0.7 / 400 + 0.1 * 0.9 / 400);
        assertThat(excess[0]).isCloseTo(0.2, within(ROUNDING));
        assertThat(excess[1]).as("seed %d", seed).isCloseTo(0.2 - 1.96 * deviation, within(0.2 * deviation));
        assertThat(excess[2]).as("seed %d", seed).isCloseTo(0.2 + 1.96 * deviation, within(0.2 * deviation));
    }
}
