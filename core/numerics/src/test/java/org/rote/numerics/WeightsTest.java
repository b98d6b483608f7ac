package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.SeededStreams;

class WeightsTest {

    /** A few roundings of numbers of order one. */
    private static final double ROUNDING = 1e-14;

    @Test
    void normalisesLogarithmsFarBelowUnderflow() {
        Weights weights = Weights.ofLogs(new double[] {-5000, -5000 + Math.log(3), -9000});

        assertThat(weights.at(0)).isCloseTo(0.25, within(1e-12)); // 5000 carries an error of 1e-12 itself
        assertThat(weights.at(1)).isCloseTo(0.75, within(1e-12));
        assertThat(weights.at(2)).isZero();
        assertThat(weights.log(2)).isCloseTo(-4000 - Math.log(4), within(1e-11));
    }

    @Test
    void logSumExpOfNothingIsTheLogarithmOfZero() {
        assertThat(Weights.logSumExp(new double[0])).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Weights.logSumExp(new double[] {Double.NEGATIVE_INFINITY})).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Weights.logSumExp(new double[] {700, 710}))
                .isCloseTo(710 + Math.log1p(Math.exp(-10)), within(1e-12));
        assertThat(Weights.logSumExp(new double[] {1, Double.NaN})).isNaN();
    }

    @Test
    void equalWeightsCountAll() {
        Weights weights = Weights.uniform(7);

        assertThat(weights.entropy()).isCloseTo(Math.log(7), within(ROUNDING));
        assertThat(weights.effectiveModes()).isCloseTo(7, within(1e-13));
        assertThat(weights.effectiveSampleSize()).isCloseTo(7, within(1e-13));
        assertThat(weights.largest()).isCloseTo(1 / 7.0, within(ROUNDING));
    }

    @Test
    void oneWeightCountsOne() {
        Weights weights = Weights.ofLogs(new double[] {0, Double.NEGATIVE_INFINITY, -1e6});

        assertThat(weights.entropy()).isZero();
        assertThat(weights.effectiveModes()).isEqualTo(1);
        assertThat(weights.effectiveSampleSize()).isEqualTo(1);
        assertThat(weights.toArray()).containsExactly(1, 0, 0);
    }

    @Test
    void countsUnequalWeightsByTheirFormulas() {
        Weights weights = Weights.ofLogs(new double[] {Math.log(1), Math.log(2), Math.log(5)});

        double entropy = -(0.125 * Math.log(0.125) + 0.25 * Math.log(0.25) + 0.625 * Math.log(0.625));
        assertThat(weights.entropy()).isCloseTo(entropy, within(ROUNDING));
        assertThat(weights.effectiveModes()).isCloseTo(Math.exp(entropy), within(ROUNDING));
        assertThat(weights.effectiveSampleSize())
                .isCloseTo(1 / (0.125 * 0.125 + 0.25 * 0.25 + 0.625 * 0.625), within(ROUNDING));
    }

    @Test
    void drawsInProportion() {
        long seed = 11;
        Weights weights = Weights.ofLogs(
                new double[] {Double.NEGATIVE_INFINITY, Math.log(1), Math.log(3), Double.NEGATIVE_INFINITY});
        RandomGenerator random = new SeededStreams(seed, "weights").random("draw", 0);
        int[] counts = new int[4];
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            counts[weights.draw(random)]++;
        }

        double fiveDeviations = 5 * Math.sqrt(draws * 0.25 * 0.75);
        assertThat(counts[0] + counts[3]).as("seed %d", seed).isZero();
        assertThat((double) counts[1]).as("seed %d", seed).isCloseTo(draws * 0.25, within(fiveDeviations));
    }

    @Test
    void readsWeightsUpToACommonFactor() {
        assertThat(Weights.read("weights", Optional.of(List.of(1.0, 0.0, 3.0)), 3)
                        .toArray())
                .containsExactly(new double[] {0.25, 0, 0.75}, within(ROUNDING));
        assertThat(Weights.read("weights", Optional.empty(), 4).at(3)).isCloseTo(0.25, within(ROUNDING));
    }

    @Test
    void namesEveryWeightThatIsWrong() {
        assertThatThrownBy(() -> Weights.read("weights", Optional.of(List.of(1.0, -2.0, Double.NaN)), 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "weights: has 3 values for 2 models (give one for each model); "
                                + "weights[1]: must be finite and not negative, got -2.0 (give a probability, or a number proportional to it); "
                                + "weights[2]: must be finite and not negative, got NaN (give a probability, or a number proportional to it)");
        assertThatThrownBy(() -> Weights.read("weights", Optional.of(List.of(0.0, 0.0)), 2))
                .hasMessage("weights: has no value greater than 0 (give at least one model a weight)");
    }

    @Test
    void namesTheWeightThatIsNotANumber() {
        assertThatThrownBy(() -> Weights.ofLogs(new double[] {0, Double.NaN}))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("log weight 1 of 2 is NaN");
    }

    @Test
    void refusesWeightsThatAreAllZero() {
        double[] logs = new double[3];
        Arrays.fill(logs, Double.NEGATIVE_INFINITY);

        assertThatThrownBy(() -> Weights.ofLogs(logs))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("all 3 weights are zero");
    }
}
