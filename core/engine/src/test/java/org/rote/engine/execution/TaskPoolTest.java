package org.rote.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.Gate;
import org.rote.spi.NumericsException;
import org.rote.spi.RunInterruptedException;
import org.rote.spi.SeededStreams;

@Timeout(60)
class TaskPoolTest {

    private static final long SEED = 7;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void runsEveryTaskOnce(int threads) {
        try (TaskPool pool = new TaskPool(threads, new Interrupt())) {
            for (int tasks : new int[] {0, 1, 2, 3, 1000}) {
                AtomicInteger[] runs = new AtomicInteger[tasks];
                java.util.Arrays.setAll(runs, i -> new AtomicInteger());
                pool.forEach(tasks, i -> runs[i].incrementAndGet());
                assertThat(runs).allSatisfy(count -> assertThat(count).hasValue(1));
            }
        }
    }

    @Test
    void givesTheSameBitsOnOneThreadAsOnSeveral() {
        assertThat(sums(3)).as("seed %d", SEED).isEqualTo(sums(1));
    }

    private static List<Double> sums(int threads) {
        SeededStreams streams = new SeededStreams(SEED, "sums");
        try (TaskPool pool = new TaskPool(threads, new Interrupt())) {
            return pool.map(50, outer -> {
                List<Double> terms = pool.map(20, inner -> inOrder(streams.random("term", outer * 20L + inner)));
                return terms.stream().mapToDouble(Double::doubleValue).sum();
            });
        }
    }

    private static double inOrder(RandomGenerator random) {
        return random.nextGaussian() + random.nextDouble();
    }

    @Test
    void runsTasksAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        try (TaskPool pool = new TaskPool(2, new Interrupt())) {
            pool.forEach(2, i -> {
                both.countDown();
                assertThat(awaits(both)).isTrue();
            });
        }
    }

    @Test
    void helpsWithWorkInsideTheLastTaskThatItWaitsFor() {
        // Task 1 is long and calls in turn; whoever has finished task 0 must come to help, or the latch is never
        // released.
        CountDownLatch inner = new CountDownLatch(2);
        try (TaskPool pool = new TaskPool(2, new Interrupt())) {
            pool.forEach(2, i -> {
                if (i == 1) {
                    pool.forEach(2, j -> {
                        inner.countDown();
                        assertThat(awaits(inner)).isTrue();
                    });
                }
            });
        }
    }

    @Test
    void whoWaitsAtAGateHelpsThoseWhoAreThrough() {
        // Each of the two needs the other's thread for what it does behind the gate, or its latch is never released.
        try (TaskPool pool = new TaskPool(2, new Interrupt())) {
            Gate gate = pool.gate(1);
            pool.forEach(
                    2,
                    i -> gate.pass(() -> {
                        CountDownLatch inner = new CountDownLatch(2);
                        pool.forEach(2, j -> {
                            inner.countDown();
                            assertThat(awaits(inner)).isTrue();
                        });
                    }));
        }
    }

    @Test
    void whoWaitsAtAGateHelpsNobodyElse() {
        AtomicReference<Thread> waiting = new AtomicReference<>();
        Set<Thread> strangers = ConcurrentHashMap.newKeySet();
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (TaskPool pool = new TaskPool(3, new Interrupt())) {
            Gate gate = pool.gate(1);
            pool.forEach(3, i -> {
                if (i == 0) {
                    gate.pass(() -> {
                        taken.countDown();
                        assertThat(awaits(done)).isTrue();
                    });
                } else if (i == 1) {
                    assertThat(awaits(taken)).isTrue();
                    waiting.set(Thread.currentThread());
                    gate.pass(() -> {});
                } else {
                    awaitWaiting(waiting);
                    pool.forEach(20, j -> {
                        strangers.add(Thread.currentThread());
                        pause();
                    });
                    done.countDown();
                }
            });
        }
        assertThat(strangers).isNotEmpty().doesNotContain(waiting.get());
    }

    @Test
    void anInterruptionEndsTheWaitAtAGate() {
        Interrupt interrupt = new Interrupt();
        AtomicReference<Thread> waiting = new AtomicReference<>();
        AtomicInteger through = new AtomicInteger();
        CountDownLatch taken = new CountDownLatch(1);
        try (TaskPool pool = new TaskPool(2, interrupt)) {
            Gate gate = pool.gate(1);
            assertThatThrownBy(() -> pool.forEach(2, i -> {
                        if (i == 0) {
                            gate.pass(() -> {
                                taken.countDown();
                                awaitWaiting(waiting);
                                waiting.get().interrupt();
                                while (!interrupt.requested()) {
                                    Thread.onSpinWait();
                                }
                            });
                        } else {
                            assertThat(awaits(taken)).isTrue();
                            waiting.set(Thread.currentThread());
                            gate.pass(through::incrementAndGet);
                        }
                    }))
                    .isInstanceOf(RunInterruptedException.class);
        }
        assertThat(through).hasValue(0);
        assertThat(waiting.get() != Thread.currentThread() || Thread.interrupted())
                .isTrue();
    }

    private static void awaitWaiting(AtomicReference<Thread> thread) {
        while (thread.get() == null || thread.get().getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void throwsTheFailureOfTheLowestNumberAndNamesItsTask(int threads) {
        try (TaskPool pool = new TaskPool(threads, new Interrupt())) {
            assertThatThrownBy(() -> pool.forEach(100, i -> {
                        if (i % 10 == 3) {
                            throw new NumericsException("bad task " + i);
                        }
                    }))
                    .isInstanceOf(NumericsException.class)
                    .hasMessage("bad task 3")
                    .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                            .hasMessage("in task 3 of 100, called by "
                                    + Thread.currentThread().getName()));
        }
    }

    @Test
    void takesNoMoreTasksAfterAFailure() {
        AtomicInteger run = new AtomicInteger();
        try (TaskPool pool = new TaskPool(1, new Interrupt())) {
            assertThatThrownBy(() -> pool.forEach(100, i -> {
                        run.incrementAndGet();
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
        }
        assertThat(run).hasValue(1);
    }

    @Test
    void passesErrorsThrough() {
        try (TaskPool pool = new TaskPool(2, new Interrupt())) {
            assertThatThrownBy(() -> pool.forEach(3, i -> {
                        throw new StackOverflowError("deep");
                    }))
                    .isInstanceOf(StackOverflowError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void stopsWhenInterrupted(int threads) {
        Interrupt interrupt = new Interrupt();
        AtomicInteger run = new AtomicInteger();
        try (TaskPool pool = new TaskPool(threads, interrupt)) {
            assertThatThrownBy(() -> pool.forEach(1_000_000, i -> {
                        if (run.incrementAndGet() == 10) {
                            interrupt.request();
                        }
                    }))
                    .isInstanceOf(RunInterruptedException.class);
            assertThatThrownBy(() -> pool.forEach(1, i -> run.set(0))).isInstanceOf(RunInterruptedException.class);
        }
        assertThat(run.get()).isBetween(10, 10 + threads);
    }

    @Test
    void finishesWhatIsUnderWayWhenTheCallingThreadIsInterrupted() {
        Interrupt interrupt = new Interrupt();
        Thread caller = Thread.currentThread();
        CountDownLatch taken = new CountDownLatch(2);
        AtomicInteger finished = new AtomicInteger();
        try (TaskPool pool = new TaskPool(2, interrupt)) {
            pool.forEach(2, i -> {
                taken.countDown();
                while (taken.getCount() > 0) {
                    Thread.onSpinWait();
                }
                if (Thread.currentThread() != caller) {
                    caller.interrupt();
                    while (!interrupt.requested()) {
                        Thread.onSpinWait();
                    }
                }
                finished.incrementAndGet();
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThatThrownBy(() -> pool.forEach(2, i -> finished.set(0))).isInstanceOf(RunInterruptedException.class);
        }
        assertThat(finished.get()).isEqualTo(2);
    }

    @Test
    void leavesNoThreadBehind() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(4);
        Interrupt interrupt = new Interrupt();
        try (TaskPool pool = new TaskPool(4, interrupt)) {
            assertThatThrownBy(() -> pool.forEach(100, i -> {
                        seen.add(Thread.currentThread());
                        all.countDown();
                        assertThat(awaits(all)).isTrue();
                        interrupt.request();
                    }))
                    .isInstanceOf(RunInterruptedException.class);
        }
        assertThat(seen).hasSize(4);
        assertThat(seen).filteredOn(Thread::isAlive).containsExactly(Thread.currentThread());
    }

    @Test
    void namesHelpersAfterTheWork() {
        List<String> names = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch both = new CountDownLatch(2);
        try (TaskPool pool = new TaskPool(2, new Interrupt())) {
            pool.forEach(2, i -> {
                both.countDown();
                assertThat(awaits(both)).isTrue();
                names.add(Thread.currentThread().getName());
            });
        }
        String caller = Thread.currentThread().getName();
        assertThat(names).containsExactlyInAnyOrder(caller, "rote-helper-1 for " + caller);
    }

    @Test
    void refusesFewerThanOneThread() {
        assertThatThrownBy(() -> new TaskPool(0, new Interrupt())).hasMessage("parallelism must be at least 1, got 0");
    }
}
