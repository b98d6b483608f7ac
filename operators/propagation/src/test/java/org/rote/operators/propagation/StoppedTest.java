package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;
import org.rote.spi.Linearization;
import org.rote.spi.RunInterruptedException;
import org.rote.testkit.TestContext;

/** Whatever is lent comes back, wherever work is stopped. */
final class StoppedTest {

    private static final Survey SURVEY = Survey.of(
                    List.of(30, 34),
                    10,
                    12,
                    0.24,
                    IntStream.range(0, 3)
                            .mapToObj(s -> new Shot(
                                    new Position(31 + 62 * s, 0, 20 + 11 * s),
                                    List.of(new Position(40, 0, 20), new Position(233, 0, 300))))
                            .toArray(Shot[]::new))
            .withCells(6);

    private final AtomicReference<CoreStepping> stepping = new AtomicReference<>();

    private Propagator propagator(double memory, Stoppable executor) {
        return new Propagator(
                SURVEY.withMemory(memory).settings(),
                TestContext.forOperator().withExecutor(executor),
                (grid, shots, budget, context) -> {
                    stepping.set(new CoreStepping(grid, shots, budget, context));
                    return stepping.get();
                });
    }

    /** All is kept; a part and states are; nothing stays of a shot. Shots side by side on three threads, rows of one on two. */
    @ParameterizedTest
    @CsvSource({"2, 1e9", "3, 1e9", "3, 1.6e6", "2, 8.2e5"})
    void givesAllBack(int threads, double memory) {
        Stoppable executor = new Stoppable(threads);
        Propagator propagator = propagator(memory, executor);
        double[] model = SURVEY.homogeneous(2000);
        double[] data = new double[propagator.range().size()];
        double[] gradient = new double[model.length];
        int stops = 0;
        while (stopsWithin(executor, stops, () -> {
            propagator.forward(model, data);
            try (Linearization linearization = propagator.linearize(model)) {
                linearization.vjp(data, gradient);
                linearization.jvp(gradient, data);
            }
        })) {
            assertThat(stepping.get().workshop().lent())
                    .describedAs("bytes that are lent after a stop at question " + stops)
                    .isZero();
            stops++;
        }
        assertThat(stops).isGreaterThan(30);
        assertThat(stepping.get().workshop().lent()).isZero();
        assertThat(Arrays.stream(gradient)).anyMatch(value -> value != 0);
    }

    private static boolean stopsWithin(Stoppable executor, int times, Runnable work) {
        executor.stopAfter(times);
        Optional<RunInterruptedException> stopped = Optional.empty();
        try {
            work.run();
        } catch (RunInterruptedException e) {
            stopped = Optional.of(e);
        }
        executor.goOn();
        return stopped.isPresent();
    }
}
