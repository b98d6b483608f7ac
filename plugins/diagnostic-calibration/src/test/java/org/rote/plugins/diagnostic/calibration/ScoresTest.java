package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ScoresTest {

    private static final long SEED = 20261104;
    private static final int DRAWS = 20_000;

    /** Three standard errors: a score of normal draws has one of about 0.7 / √20 000. */
    private static final Offset<Double> SCATTER = Offset.offset(0.015);

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    @Test
    void agreesWithTheClosedFormOfANormalDistribution() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] draws = new double[DRAWS];
        Arrays.setAll(draws, k -> random.nextGaussian());
        // z (2 Φ(z) − 1) + 2 φ(z) − 1/√π
        assertThat(Scores.rankedProbability(draws, 0))
                .as("seed %d", SEED)
                .isCloseTo(2 / Math.sqrt(2 * Math.PI) - 1 / Math.sqrt(Math.PI), SCATTER);
        double density = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
        assertThat(Scores.rankedProbability(draws, 1))
                .as("seed %d", SEED)
                .isCloseTo(0.682689492137086 + 2 * density - 1 / Math.sqrt(Math.PI), SCATTER);
    }

    @Test
    void agreesWithScoresDoneByHand() {
        // mean distance 4/3, mean distance of pairs 4/3
        assertThat(Scores.rankedProbability(new double[] {2, 0, 1}, 2.0)).isCloseTo(1 - 2.0 / 3, ROUNDING);
        List<double[]> rows = List.of(new double[] {9, 0, 0}, new double[] {9, 3, 4});
        assertThat(Scores.energy(rows, new double[] {0, 0, 0}, 1, 2)).isCloseTo(2.5 - 2.5, ROUNDING);
    }

    @Test
    void isOneNumberInOneDimension() {
        double[] draws = {0.3, -1, 2.5, 0.7};
        List<double[]> rows =
                Arrays.stream(draws).mapToObj(x -> new double[] {x}).toList();
        assertThat(Scores.energy(rows, new double[] {0.9}, 0, 1))
                .isCloseTo(Scores.rankedProbability(draws, 0.9), ROUNDING);
    }
}
