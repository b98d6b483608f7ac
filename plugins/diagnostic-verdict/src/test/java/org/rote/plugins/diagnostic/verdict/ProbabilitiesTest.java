package org.rote.plugins.diagnostic.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ProbabilitiesTest {

    private static final double[] NULLS = {1, 2, 3, 4};

    @Test
    void countsTheScoreWithItsNulls() {
        assertThat(Probabilities.low(new double[] {0, 2, 2.5, 9}, NULLS)).containsExactly(0.2, 0.6, 0.6, 1);
        assertThat(Probabilities.high(new double[] {0, 2, 2.5, 9}, NULLS)).containsExactly(1, 0.8, 0.6, 0.2);
    }

    @Test
    void mergesByTheDrawAtAShare() {
        double[] probabilities = {0.5, 0.01, 0.02, 0.9};
        assertThat(Probabilities.merged(probabilities, 0.25)).isEqualTo(0.04);
        assertThat(Probabilities.merged(probabilities, 0.5)).isEqualTo(0.04);
        assertThat(Probabilities.merged(probabilities, 1)).isEqualTo(0.9);
        assertThat(Probabilities.merged(new double[] {0.3}, 0.25)).isEqualTo(1);
    }

    @Test
    void canRejectFromAsManyNullsAsItSays() {
        assertThat(Probabilities.leastNulls(0.25)).isEqualTo(399);
        double[] nulls = new double[399];
        Arrays.fill(nulls, 1);
        assertThat(Probabilities.merged(Probabilities.low(new double[] {0}, nulls), 0.25))
                .isLessThanOrEqualTo(Probabilities.FALSE_ALARMS);
        assertThat(Probabilities.merged(Probabilities.low(new double[] {0}, Arrays.copyOf(nulls, 398)), 0.25))
                .isGreaterThan(Probabilities.FALSE_ALARMS);
    }

    /** The worst that draws can do: all of one case are alike, as where a posterior is narrow. */
    @Test
    void keepsItsErrorRateWhereDrawsAreAllAlike() {
        long seed = 20260702;
        SplittableRandom random = new SplittableRandom(seed);
        int cases = 20_000;
        double level = 0.2;
        int rejected = 0;
        for (int k = 0; k < cases; k++) {
            double[] nulls = random.doubles(99).toArray();
            double one = random.nextDouble();
            double[] scores = {one, one, one, one};
            rejected += Probabilities.merged(Probabilities.low(scores, nulls), 0.25) <= level ? 1 : 0;
        }
        // A quarter of all must lie below, which all do together or none: level / 4.
        assertThat(rejected / (double) cases).as("seed %d", seed).isBetween(0.04, 0.06);
    }
}
