package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Chains whose autocorrelation is known. */
final class MixingTest {

    private static final long SEED = 20261101;
    private static final int LENGTH = 10_000;

    /** An effective sample size of autoregressions of this length scatters by about 5 %; three times that. */
    private static final Percentage SCATTER = Percentage.withPercentage(15);

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** x_t = φ x_{t−1} + √(1 − φ²) ε_t, standard normal. */
    private double[] autoregression(double phi) {
        double[] values = new double[LENGTH];
        values[0] = random.nextGaussian();
        for (int t = 1; t < LENGTH; t++) {
            values[t] = phi * values[t - 1] + Math.sqrt(1 - phi * phi) * random.nextGaussian();
        }
        return values;
    }

    @Test
    void countsEffectiveDrawsOfAutoregressionsByTheirClosedForm() {
        for (double phi : new double[] {-0.4, 0, 0.5, 0.9}) {
            double[][] sequences = {autoregression(phi), autoregression(phi), autoregression(phi), autoregression(phi)};
            double expected = 4.0 * LENGTH * (1 - phi) / (1 + phi);
            Mixing mixing = Mixing.of(sequences);
            assertThat(mixing.bulk()).as("phi %f, seed %d", phi, SEED).isCloseTo(expected, SCATTER);
            assertThat(mixing.standardError())
                    .as("phi %f, seed %d", phi, SEED)
                    .isCloseTo(1 / Math.sqrt(expected), SCATTER);
            assertThat(mixing.rHat()).as("phi %f, seed %d", phi, SEED).isBetween(0.999, 1.01);
        }
    }

    @Test
    void agreesWithAReductionDoneByHand() {
        // W = 1, means 2 and 4, so B/n = 2: R̂² = 2/3 + 2
        assertThat(Mixing.reduction(new double[][] {{1, 2, 3}, {3, 4, 5}})).isCloseTo(Math.sqrt(8.0 / 3), ROUNDING);
    }

    @Test
    void sharesRanksAmongEqualValues() {
        double[][] scores = Mixing.rankNormalised(new double[][] {{3, 1}, {1, 2}});
        double lowest = NormalQuantile.of((1.5 - 0.375) / 4.25);
        assertThat(scores[0][1]).isCloseTo(lowest, ROUNDING);
        assertThat(scores[1][0]).isCloseTo(lowest, ROUNDING);
        assertThat(scores[1][1]).isCloseTo(NormalQuantile.of(2.625 / 4.25), ROUNDING);
        assertThat(scores[0][0]).isCloseTo(NormalQuantile.of(3.625 / 4.25), ROUNDING);
    }

    @Test
    void seesSequencesThatDifferInScaleOnly() {
        double[] wide = autoregression(0);
        double[] narrow = autoregression(0);
        java.util.Arrays.setAll(narrow, t -> 0.5 * narrow[t]);
        assertThat(Mixing.reduction(Mixing.rankNormalised(new double[][] {wide, narrow})))
                .isLessThan(1.005);
        assertThat(Mixing.of(new double[][] {wide, narrow}).rHat())
                .as("seed %d", SEED)
                .isGreaterThan(1.05);
    }

    @Test
    void takesWhatDoesNotVaryForMixed() {
        Mixing constant = Mixing.of(new double[][] {{0.1, 0.1, 0.1, 0.1}, {0.1, 0.1, 0.1, 0.1}});
        assertThat(constant).isEqualTo(new Mixing(1, 8, 8, 0, 0));
    }

    @Test
    void takesStuckSequencesThatDifferForUnmixed() {
        assertThat(Mixing.of(new double[][] {{1, 1, 1, 1}, {2, 2, 2, 2}}).rHat())
                .isInfinite();
    }
}
