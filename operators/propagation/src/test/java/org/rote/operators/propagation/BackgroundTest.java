package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;
import org.rote.spi.Linearization;
import org.rote.testkit.TestContext;
import org.rote.testkit.ThreadedExecutor;

/** Of many shots, some or all of which leave nothing until they are reversed. */
final class BackgroundTest {

    private static final long SEED = 20_260_403;

    private static final List<Position> RECEIVERS = List.of(new Position(40, 0, 20), new Position(333, 0, 300));

    private static final Survey SURVEY = Survey.of(
                    List.of(40, 36),
                    10,
                    12,
                    0.24,
                    IntStream.range(0, 8)
                            .mapToObj(s -> new Shot(new Position(31 + 42 * s, 0, 20 + 11 * s), RECEIVERS))
                            .toArray(Shot[]::new))
            .withCells(8);

    @ParameterizedTest
    @CsvSource({"7e5, 1", "1e6, 2"})
    void derivativesHaveTheSameBitsWhereNothingStays(double memory, int threads) {
        TestContext context = TestContext.forOperator().withExecutor(new ThreadedExecutor(threads));
        Results expected = new Results(SURVEY.propagator(TestContext.forOperator()));

        Results actual = new Results(SURVEY.withMemory(memory).propagator(context));

        assertThat(context.notes())
                .anySatisfy(note -> assertThat(note).contains(" of each shot under way, recomputes segments of "));
        assertThat(actual.value).describedAs("F").containsExactly(expected.value);
        assertThat(actual.jvp).describedAs("J dx").containsExactly(expected.jvp);
        assertThat(actual.vjp).describedAs("Jᵀ dy").containsExactly(expected.vjp);
        assertThat(actual.again).describedAs("Jᵀ dy once more").containsExactly(expected.vjp);
    }

    /** Everything that a linearization gives. */
    private static final class Results {
        private final double[] value;
        private final double[] jvp;
        private final double[] vjp;
        private final double[] again;

        Results(Propagator propagator) {
            SplittableRandom random = new SplittableRandom(SEED);
            double[] model = random.doubles(propagator.domain().size(), 1500, 2500)
                    .map(velocity -> 1 / (velocity * velocity))
                    .toArray();
            double[] dx = random.doubles(model.length, -1e-8, 1e-8).toArray();
            double[] dy = random.doubles(propagator.range().size(), -1, 1).toArray();
            jvp = new double[dy.length];
            vjp = new double[dx.length];
            again = new double[dx.length];
            try (Linearization linearization = propagator.linearize(model)) {
                value = linearization.value();
                linearization.vjp(dy, vjp);
                linearization.jvp(dx, jvp);
                linearization.vjp(dy, again);
            }
        }
    }
}
