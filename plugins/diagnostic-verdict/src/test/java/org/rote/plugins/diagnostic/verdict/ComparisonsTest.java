package org.rote.plugins.diagnostic.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rote.spi.RunExecutor;

/** Tests of independent draws: how often they reject what is true, and what they see. */
final class ComparisonsTest {

    private static final long SEED = 20260703;
    private static final int CASES = 200;

    /** Three standard deviations above one in a hundred of {@value #CASES}. */
    private static final int MOST_ALARMS = 6;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private double[][] normal(int count, int size, double width) {
        double[][] rows = new double[count][size];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> width * random.nextGaussian());
        }
        return rows;
    }

    private Energy energy(double[][] mine, double[][] theirs) {
        return Energy.between(mine, theirs, RunExecutor.SERIAL, random);
    }

    @Test
    void seldomTellsEqualSamplesApart() {
        int alarms = 0;
        for (int k = 0; k < CASES; k++) {
            alarms += energy(normal(20, 3, 1), normal(20, 3, 1)).probability() <= Probabilities.FALSE_ALARMS ? 1 : 0;
        }
        assertThat(alarms).as("seed %d", SEED).isLessThanOrEqualTo(MOST_ALARMS);
    }

    @Test
    void tellsHalfTheSpreadApart() {
        Energy energy = energy(normal(50, 10, 0.5), normal(50, 10, 1));
        assertThat(energy.probability()).as("seed %d", SEED).isLessThanOrEqualTo(0.001);
        assertThat(energy.distance()).as("seed %d", SEED).isGreaterThan(0.05);
    }

    @Test
    void seldomMissesATruthThatIsADraw() {
        int alarms = 0;
        for (int k = 0; k < CASES; k++) {
            double[] truth = normal(1, 5, 1)[0];
            alarms += TruthDepth.of(truth, normal(200, 5, 1)).probability() <= Probabilities.FALSE_ALARMS ? 1 : 0;
        }
        assertThat(alarms).as("seed %d", SEED).isLessThanOrEqualTo(MOST_ALARMS);
    }

    @Test
    void missesATruthOutsideAndOneTooFarIn() {
        double[] truth = normal(1, 100, 1)[0];
        TruthDepth narrow = TruthDepth.of(truth, normal(200, 100, 0.5));
        assertThat(narrow.probability()).as("seed %d", SEED).isLessThanOrEqualTo(Probabilities.FALSE_ALARMS);
        assertThat(narrow.depth()).as("seed %d", SEED).isGreaterThan(1);
        TruthDepth wide = TruthDepth.of(truth, normal(200, 100, 2));
        assertThat(wide.probability()).as("seed %d", SEED).isLessThanOrEqualTo(Probabilities.FALSE_ALARMS);
        assertThat(wide.depth()).as("seed %d", SEED).isLessThan(1);
    }

    /** x_{k+1} = 0.9 x_k + …: the correlation falls to 0.2 at lag 15. */
    @Test
    void takesDrawsOfAChainFarApartAndLeavesIndependentOnes() {
        double[][] independent = normal(400, 20, 1);
        assertThat(Thinning.independent(independent).length).as("seed %d", SEED).isEqualTo(400);
        double[][] chain = normal(400, 20, 1);
        for (int k = 1; k < chain.length; k++) {
            for (int i = 0; i < 20; i++) {
                chain[k][i] = 0.9 * chain[k - 1][i] + Math.sqrt(1 - 0.81) * chain[k][i];
            }
        }
        assertThat(Thinning.independent(chain).length).as("seed %d", SEED).isBetween(400 / 25, 400 / 8);
    }
}
