package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PermutationTestTest {

    private static final long SEED = 20261109;
    private static final int COUNT = 40;
    private static final int TRIALS = 400;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private PermutationTest test(double shift) {
        boolean[] labels = new boolean[COUNT];
        double[] values = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            labels[i] = i < COUNT / 2;
            values[i] = random.nextGaussian() + (labels[i] ? shift : 0);
        }
        return PermutationTest.of(
                labels,
                dealt -> IntStream.range(0, COUNT)
                        .mapToDouble(i -> dealt[i] ? values[i] : -values[i])
                        .sum(),
                199,
                random);
    }

    @Test
    void raisesTheStatedShareOfFalseAlarms() {
        long alarms =
                IntStream.range(0, TRIALS).filter(t -> test(0).isSignificant()).count();
        // 4 of 400 expected; 12 or more happen once in a thousand times
        assertThat(alarms).as("seed %d", SEED).isLessThan(12);
    }

    @Test
    void isSureOfWhatIsFarApart() {
        PermutationTest test = test(3);
        assertThat(test.isSignificant()).as("seed %d", SEED).isTrue();
        assertThat(test.statistic()).isGreaterThan(test.threshold());
        assertThat(test.probability()).isEqualTo(1.0 / 200);
    }
}
