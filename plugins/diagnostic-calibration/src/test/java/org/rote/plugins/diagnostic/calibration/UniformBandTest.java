package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class UniformBandTest {

    private static final long SEED = 20261103;
    private static final int COUNT = 50;
    private static final int TRIALS = 1000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final UniformBand band = new UniformBand(COUNT);

    private boolean isInside(double[] values) {
        double[] differences = band.differences(values);
        double[] lower = band.lower();
        double[] upper = band.upper();
        return IntStream.range(0, differences.length)
                .allMatch(i -> differences[i] >= lower[i] - 1e-12 && differences[i] <= upper[i] + 1e-12);
    }

    @Test
    void holdsNineteenOfTwentySetsOfUniformNumbers() {
        long inside = IntStream.range(0, TRIALS)
                .filter(t -> isInside(random.doubles(COUNT).toArray()))
                .count();
        // three binomial standard errors are 0.021; the counts are discrete, so a band holds a little more than it must
        assertThat(inside / (double) TRIALS).as("seed %d", SEED).isBetween(0.929, 0.98);
    }

    @Test
    void hasUniformProbabilitiesForUniformNumbers() {
        double mean = IntStream.range(0, TRIALS)
                .mapToDouble(t -> band.probability(random.doubles(COUNT).toArray()))
                .average()
                .orElseThrow();
        // standard error 0.009, and ties lift it a little
        assertThat(mean).as("seed %d", SEED).isBetween(0.46, 0.56);
    }

    /** Two numbers are told at ½: both below, both above, or one of each. */
    @Test
    void knowsTheProbabilitiesOfTwoNumbers() {
        UniformBand ofTwo = new UniformBand(2);
        assertThat(ofTwo.probability(new double[] {0.1, 0.2})).isCloseTo(0.5, Offset.offset(1e-12));
        assertThat(ofTwo.probability(new double[] {0.1, 0.8})).isCloseTo(1, Offset.offset(1e-12));
    }

    @Test
    void tellsSmallProbabilitiesApart() {
        double[] low = random.doubles(COUNT).map(u -> 0.7 * u).toArray();
        double[] lower = random.doubles(COUNT).map(u -> 0.6 * u).toArray();
        assertThat(band.probability(low)).as("seed %d", SEED).isLessThan(1e-4).isGreaterThan(band.probability(lower));
    }

    @Test
    void seesNumbersThatGatherInTheMiddleAndAtTheEnds() {
        double[] middle = random.doubles(COUNT).map(u -> 0.5 + 0.3 * (u - 0.5)).toArray();
        double[] ends =
                Arrays.stream(middle).map(u -> u < 0.5 ? u - 0.35 : u + 0.35).toArray();
        for (double[] values : new double[][] {middle, ends}) {
            assertThat(isInside(values)).isFalse();
            assertThat(band.probability(values)).isLessThan(0.01);
        }
    }
}
