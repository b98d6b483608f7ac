package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rote.spi.RunExecutor;

final class PairDistancesTest {

    private static final long SEED = 20261106;
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private static PairDistances of(double... points) {
        return new PairDistances(
                Arrays.stream(points).mapToObj(x -> new double[] {x}).toArray(double[][]::new), RunExecutor.SERIAL);
    }

    @Test
    void agreesWithADiscrepancyDoneByHand() {
        PairDistances.Kernel kernel = of(0, 1, 0, 2).kernel(1);
        double one = Math.exp(-0.5);
        double two = Math.exp(-2);
        // within: k(0, 1) and k(0, 2); across: k(0, 0), k(0, 2), k(1, 0), k(1, 2)
        assertThat(kernel.discrepancy(new boolean[] {true, true, false, false}))
                .isCloseTo(one + two - 2 * (1 + two + one + one) / 4, ROUNDING);
    }

    @Test
    void agreesWithTheClosedFormOfTwoNormalDistributions() {
        SplittableRandom random = new SplittableRandom(SEED);
        int each = 1000;
        double[] points = new double[2 * each];
        Arrays.setAll(points, k -> random.nextGaussian() + (k < each ? 1 : 0));
        boolean[] labels = new boolean[2 * each];
        Arrays.fill(labels, 0, each, true);
        // E k(X, Y) = √(1/3) exp(−δ²/6) for unit variances and a kernel of width 1
        double expected = 2 * Math.sqrt(1.0 / 3) * (1 - Math.exp(-1.0 / 6));
        // its standard error is about 0.013
        assertThat(of(points).kernel(1).discrepancy(labels))
                .as("seed %d", SEED)
                .isCloseTo(expected, Offset.offset(0.04));
    }

    @Test
    void takesTheMedianOfWhatLiesApartWhereMostDoesNot() {
        assertThat(of(0, 1, 3).median()).isEqualTo(2);
        assertThat(of(0, 0, 0, 0, 5).median()).isEqualTo(5);
        assertThat(of(7, 7, 7).median()).isEqualTo(1);
    }

    @Test
    void sharesEquallyNearNeighbours() {
        int[][] nearest = of(0, 1, -1, 5).nearest();
        assertThat(nearest[0]).containsExactly(1, 2);
        assertThat(nearest[3]).containsExactly(1);
        assertThat(PairDistances.accuracy(nearest, new boolean[] {true, true, false, false}))
                .isCloseTo((0.5 + 1 + 0 + 0) / 4, ROUNDING);
    }
}
