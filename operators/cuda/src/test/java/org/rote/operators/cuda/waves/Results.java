package org.rote.operators.cuda.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.rote.operators.propagation.Propagator;
import org.rote.spi.Linearization;

/** Everything that an operator gives, at one model and for one change and one set of data. */
record Results(double[] forward, double[] value, double[] jvp, double[] vjp, double[] again) {

    private static final long SEED = 20_261_123;

    static Results of(Small small, Propagator propagator) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] model = small.model(SEED);
        double[] dx = Arrays.stream(model)
                .map(value -> 0.1 * value * random.nextGaussian())
                .toArray();
        double[] dy = random.doubles(propagator.range().size(), -1, 1).toArray();
        double[] forward = new double[dy.length];
        double[] jvp = new double[dy.length];
        double[] vjp = new double[dx.length];
        double[] again = new double[dx.length];
        propagator.forward(model, forward);
        try (Linearization at = propagator.linearize(model)) {
            at.vjp(dy, vjp);
            at.jvp(dx, jvp);
            at.vjp(dy, again);
            return new Results(forward, at.value().clone(), jvp, vjp, again);
        }
    }

    /** By the norm of all of them. */
    static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        assertThat(norm).describedAs(what).isPositive();
        assertThat(Math.sqrt(difference / norm))
                .describedAs("%s, seed %d", what, SEED)
                .isLessThan(tolerance);
    }
}
