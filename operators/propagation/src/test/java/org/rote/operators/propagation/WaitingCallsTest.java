package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;
import org.rote.spi.Linearization;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;
import org.rote.testkit.TestContext;

/** Calls of one linearization from several threads: as many work at once as there is memory for, and one where not all is kept. */
final class WaitingCallsTest {

    private static final Survey SURVEY = Survey.of(
                    List.of(30, 34),
                    10,
                    12,
                    0.24,
                    new Shot(new Position(31, 0, 20), List.of(new Position(40, 0, 20), new Position(233, 0, 300))))
            .withCells(6);

    private static final long PATIENCE_SECONDS = 60;

    /** Holds the first call that comes once it is told to, until it is let go. */
    private static final class Holding implements RunExecutor {

        private final AtomicReference<Thread> held = new AtomicReference<>();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private volatile boolean closed;

        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            if (closed && held.compareAndSet(null, Thread.currentThread())) {
                reached.countDown();
                try {
                    assertThat(open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            SERIAL.forEach(tasks, task);
        }
    }

    private final Holding executor = new Holding();
    private final double[] model = SURVEY.homogeneous(2000);

    private FutureTask<double[]> gradient(Linearization at) {
        double[] data = at.value().clone();
        return new FutureTask<>(() -> {
            double[] gradient = new double[model.length];
            at.vjp(data, gradient);
            return gradient;
        });
    }

    @ParameterizedTest
    @CsvSource({"1e9, true", "5e5, false"})
    void workSideBySideOnlyWhereAllIsKept(double memory, boolean together) throws Exception {
        Propagator propagator =
                SURVEY.withMemory(memory).propagator(TestContext.forOperator().withExecutor(executor));
        try (Linearization at = propagator.linearize(model)) {
            executor.closed = true;
            FutureTask<double[]> first = gradient(at);
            FutureTask<double[]> second = gradient(at);
            start(first);
            assertThat(executor.reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            Thread other = start(second);
            if (together) {
                second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } else {
                awaitParked(other);
            }
            assertThat(second.isDone()).isEqualTo(together);
            executor.open.countDown();
            assertThat(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .containsExactly(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @CsvSource("5e5")
    void stopWhenTheyAreInterruptedAsTheyWait(double memory) throws Exception {
        Propagator propagator =
                SURVEY.withMemory(memory).propagator(TestContext.forOperator().withExecutor(executor));
        try (Linearization at = propagator.linearize(model)) {
            executor.closed = true;
            FutureTask<double[]> first = gradient(at);
            start(first);
            assertThat(executor.reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            FutureTask<double[]> second = gradient(at);
            Thread other = start(second);
            awaitParked(other);
            other.interrupt();
            Assertions.assertThatThrownBy(() -> second.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(RunInterruptedException.class);
            executor.open.countDown();
            double[] expected = first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            FutureTask<double[]> third = gradient(at);
            third.run();
            assertThat(third.get()).containsExactly(expected);
        }
    }

    private static Thread start(FutureTask<?> task) {
        Thread thread = new Thread(task, "a call");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Until it waits for its turn; a thread that computes never does. */
    private static void awaitParked(Thread thread) throws InterruptedException {
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (thread.getState() != Thread.State.WAITING && thread.isAlive() && System.nanoTime() < last) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
    }
}
