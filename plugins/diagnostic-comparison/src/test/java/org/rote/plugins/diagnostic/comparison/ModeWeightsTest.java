package org.rote.plugins.diagnostic.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.numerics.Weights;

/** The floor of the mode weights' error, by enumeration and by simulation. */
class ModeWeightsTest {

    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0.5", "5, 0.3", "10, 0.1", "10, 0.99", "40, 1e-3", "7, 1e-300"})
    void floorOfTwoModesIsTheEnumeratedExpectation(int draws, double weight) {
        Weights weights = Weights.ofLogs(new double[] {Math.log(weight), Math.log1p(-weight)});
        double expectation = 0;
        double choices = 1;
        for (int k = 0; k <= draws; k++) {
            double probability = choices * Math.pow(weight, k) * Math.pow(1 - weight, draws - k);
            expectation += probability * Math.abs((double) k / draws - weight);
            choices *= (double) (draws - k) / (k + 1);
        }
        assertThat(ModeWeights.floor(weights, draws)).isCloseTo(expectation, within(ROUNDING));
    }

    @Test
    void exactDrawsHaveTheFloorInTheMeanAndSeldomExceedTheThreshold() {
        long seed = 11;
        Weights weights = Weights.ofLogs(new double[] {
            Math.log(0.4), Math.log(0.3), Math.log(0.2), Math.log(0.09), Math.log(0.01), Double.NEGATIVE_INFINITY
        });
        int draws = 200;
        int repetitions = 4000;
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        int exceeded = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            double[] shares = new double[weights.count()];
            for (int k = 0; k < draws; k++) {
                shares[weights.draw(random)] += 1.0 / draws;
            }
            double error = ModeWeights.totalVariation(shares, weights);
            sum += error / repetitions;
            exceeded += error > ModeWeights.threshold(weights, draws) ? 1 : 0;
        }
        // the standard deviation of one error is about 0.02, so that of their mean 0.0003: five of them
        assertThat(sum).as("seed %d", seed).isCloseTo(ModeWeights.floor(weights, draws), within(0.0015));
        assertThat(exceeded).as("of %d, seed %d", repetitions, seed).isLessThan(repetitions / 200);
    }

    @Test
    void oneModeLeavesNothingToChance() {
        Weights one = Weights.uniform(1);
        assertThat(ModeWeights.floor(one, 100)).isZero();
        assertThat(ModeWeights.threshold(one, 100)).isZero();
        assertThat(ModeWeights.totalVariation(new double[] {1}, one)).isZero();
    }
}
