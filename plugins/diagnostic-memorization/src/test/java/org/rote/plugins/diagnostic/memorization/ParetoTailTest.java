package org.rote.plugins.diagnostic.memorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParetoTailTest {

    private static final long SEED = 20260624;
    private static final int COUNT = 20000;

    /** The tail has 425 weights; the standard deviation of the estimate is about (1 + k)/√425. */
    private static final double DEVIATIONS = 3;

    /** Weights (1 − u)^(−k) have a Pareto tail of shape k. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 1.2})
    void findsTheShapeOfAParetoTail(double shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] logs = new double[COUNT];
        Arrays.setAll(logs, n -> -shape * Math.log1p(-random.nextDouble()));
        double tolerance = DEVIATIONS * (1 + shape) / Math.sqrt(3 * Math.sqrt(COUNT));
        assertThat(ParetoTail.shape(logs).getAsDouble()).as("seed %d", SEED).isCloseTo(shape, within(tolerance));
    }

    @Test
    void doesNotDependOnACommonFactor() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] logs = new double[1000];
        Arrays.setAll(logs, n -> random.nextGaussian());
        double[] shifted = Arrays.stream(logs).map(log -> log - 5000).toArray();
        assertThat(ParetoTail.shape(shifted).getAsDouble())
                .isCloseTo(ParetoTail.shape(logs).getAsDouble(), within(1e-9));
    }

    @Test
    void saysNothingOfFewWeightsOrOfOneThatIsAll() {
        assertThat(ParetoTail.shape(new double[20])).isEmpty();
        double[] collapsed = new double[1000];
        Arrays.setAll(collapsed, n -> -1000.0 * n);
        assertThat(ParetoTail.shape(collapsed)).isEmpty();
    }
}
