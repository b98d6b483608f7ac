package org.rote.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.rote.spi.Gate;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;
import org.rote.spi.SeededStreams;

/**
 * What every {@link RunExecutor} must do. Checked: every task runs once; two run at once where it says so; results are in task order and the same bits with one thread
 * as with several; tasks may call it in turn; a gate lets no more through than it has places, and a failure behind it frees it; the failure of the lowest task that failed comes out, and nothing is running then; an interruption ends the run early with a
 * {@link RunInterruptedException}; closing leaves no thread.
 */
public abstract class ExecutorContract extends SeededContract<RunExecutor> {

    private static final int THREADS = 3;
    private static final int TASKS = 1000;
    private static final int CROWD = 20;
    private static final long TASK_NANOSECONDS = 2_000_000;
    private static final Pattern NAMELESS = Pattern.compile("Thread-\\d+|pool-\\d+-thread-\\d+");

    /** For subclasses. */
    protected ExecutorContract() {}

    /**
     * Builds an executor. What is {@link AutoCloseable} is closed after the test.
     *
     * @param threads how many threads it should use; one that cannot use several may ignore it
     * @return the executor
     */
    protected abstract RunExecutor executor(int threads);

    /**
     * Interrupts a run.
     *
     * @param executor the executor
     * @param caller the thread that is inside {@link RunExecutor#forEach}
     */
    protected void interrupt(RunExecutor executor, Thread caller) {
        caller.interrupt();
    }

    /**
     * How long to wait for what should happen at once: far longer than it takes on a busy machine, so that only a deadlock runs into it.
     *
     * @return a minute
     */
    protected Duration patience() {
        return Duration.ofMinutes(1);
    }

    @Override
    final RunExecutor build() {
        return executor(THREADS);
    }

    @Test
    void saysHowManyTasksMayRunAtOnce() {
        compare.holds(
                subject().parallelism() >= 1, "parallelism() is " + subject().parallelism());
    }

    @Test
    void runsEveryTaskOnce() {
        for (int tasks : new int[] {0, 1, 2, TASKS}) {
            AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
            patiently(() -> subject().forEach(tasks, runs::incrementAndGet));
            for (int i = 0; i < tasks; i++) {
                compare.holds(runs.get(i) == 1, "task " + i + " of " + tasks + " ran " + runs.get(i) + " times");
            }
        }
    }

    @Test
    void runsTasksAtOnceWhereItSaysSo() {
        Assumptions.assumeTrue(subject().parallelism() >= 2, "only for several threads");
        CountDownLatch both = new CountDownLatch(2);
        patiently(() -> subject().forEach(2, task -> {
            both.countDown();
            compare.holds(
                    opens(both),
                    "tasks 0 and 1 do not run at once, though parallelism() is "
                            + subject().parallelism());
        }));
    }

    @Test
    void givesResultsInTaskOrder() {
        patiently(() -> {
            List<Integer> expected = IntStream.range(0, TASKS).boxed().toList();
            compare.holds(subject().map(TASKS, task -> task).equals(expected), "results of map are not in task order");
        });
    }

    @Test
    void givesTheSameBitsWithOneThreadAsWithSeveral() {
        RunExecutor one = executor(1);
        patiently(() -> compare.sameBits("one thread and " + THREADS, sums(one), sums(subject())));
        close(one);
    }

    @Test
    void mayBeCalledFromWithinATask() {
        patiently(() -> {
            List<Integer> inner = subject()
                    .map(
                            2 * THREADS,
                            task -> subject().map(2 * THREADS, nested -> task * nested).stream()
                                    .mapToInt(i -> i)
                                    .sum());
            List<Integer> expected = IntStream.range(0, 2 * THREADS)
                    .mapToObj(task -> task * THREADS * (2 * THREADS - 1))
                    .toList();
            compare.holds(inner.equals(expected), "tasks within tasks gave " + inner + " instead of " + expected);
        });
    }

    @Test
    void letsNoMoreThroughAGateThanItHasPlaces() {
        passesGate(1);
        passesGate(2);
    }

    private void passesGate(int places) {
        Gate gate = subject().gate(places);
        AtomicInteger through = new AtomicInteger();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        patiently(() -> subject()
                .forEach(
                        CROWD,
                        task -> gate.pass(() -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            subject().forEach(THREADS, nested -> spin());
                            through.incrementAndGet();
                            inside.decrementAndGet();
                        })));
        compare.holds(through.get() == CROWD, through + " of " + CROWD + " tasks passed the gate");
        compare.holds(
                most.get() <= places, "a gate of " + places + " places let " + most + " through at the same time");
    }

    @Test
    void aFailureBehindAGateFreesIt() {
        Gate gate = subject().gate(1);
        IllegalStateException failure = new IllegalStateException("behind the gate");
        Optional<RuntimeException> thrown = failure(
                1,
                task -> gate.pass(() -> {
                    throw failure;
                }));
        compare.holds(thrown.isPresent() && thrown.get() == failure, "the work failed, and forEach threw " + thrown);
        AtomicBoolean through = new AtomicBoolean();
        patiently(() -> subject().forEach(1, task -> gate.pass(() -> through.set(true))));
        compare.holds(through.get(), "nothing passes the gate after a failure behind it");
    }

    @Test
    void throwsTheFailureOfTheLowestTask() {
        Assumptions.assumeTrue(subject().parallelism() >= 2, "only for several threads");
        IllegalStateException lower = new IllegalStateException("task 0");
        IllegalStateException higher = new IllegalStateException("task 1");
        CountDownLatch bothBegan = new CountDownLatch(2);
        AtomicBoolean higherFails = new AtomicBoolean();
        Optional<RuntimeException> thrown = failure(2, task -> {
            bothBegan.countDown();
            opens(bothBegan);
            if (task == 1) {
                higherFails.set(true);
                throw higher;
            }
            spinUntil(higherFails);
            throw lower;
        });
        compare.holds(
                thrown.isPresent() && thrown.get() == lower, "tasks 1 and then 0 failed, and forEach threw " + thrown);
    }

    @Test
    void nothingRunsAfterAFailureAndTheNextRunWorks() {
        AtomicInteger running = new AtomicInteger();
        IllegalStateException failure = new IllegalStateException("task 5");
        Optional<RuntimeException> thrown = failure(TASKS, task -> {
            running.incrementAndGet();
            try {
                if (task == 5) {
                    throw failure;
                }
                spin();
            } finally {
                running.decrementAndGet();
            }
        });
        compare.holds(running.get() == 0, running + " tasks were still running when forEach threw");
        compare.holds(thrown.isPresent() && thrown.get() == failure, "task 5 failed, and forEach threw " + thrown);
        runsEveryTaskOnce();
    }

    @Test
    void endsEarlyWhenInterruptedAndLeavesNoThread() {
        RunExecutor executor = executor(THREADS);
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        AtomicInteger done = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        Thread[] caller = new Thread[1];
        Optional<RuntimeException> thrown = patiently(() -> {
            caller[0] = Thread.currentThread();
            Thread interrupter = new Thread(
                    () -> {
                        opens(begun);
                        interrupt(executor, caller[0]);
                    },
                    "testkit-interrupter");
            interrupter.start();
            try {
                executor.forEach(TASKS, task -> {
                    workers.add(Thread.currentThread());
                    begun.countDown();
                    spin();
                    done.incrementAndGet();
                });
                return Optional.empty();
            } catch (RuntimeException e) {
                return Optional.of(e);
            }
        });
        compare.holds(
                thrown.isPresent() && thrown.get() instanceof RunInterruptedException,
                "interrupted, forEach threw " + thrown + " after " + done + " of " + TASKS + " tasks");
        compare.holds(done.get() < TASKS, "interrupted, forEach ran all of its tasks");
        close(executor);
        workers.remove(caller[0]);
        workers.forEach(this::verifyItEnds);
    }

    @Test
    void namesItsThreads() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        patiently(() -> subject()
                .forEach(TASKS, task -> names.add(Thread.currentThread().getName())));
        for (String name : names) {
            compare.holds(!NAMELESS.matcher(name).matches(), "a thread has no name of its own: " + name);
        }
    }

    private void verifyItEnds(Thread worker) {
        try {
            worker.join(patience().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        compare.holds(!worker.isAlive(), "thread " + worker.getName() + " is still there after closing");
    }

    /** Sums of random numbers of each task, added in task order. */
    private double[] sums(RunExecutor executor) {
        SeededStreams streams = new SeededStreams(seed(), "executor");
        List<double[]> parts = executor.map(TASKS, task -> Vectors.normal(streams.random("task", task), 3));
        double[] sum = new double[3];
        for (double[] part : parts) {
            sum = Vectors.plus(sum, 1, part);
        }
        return sum;
    }

    private Optional<RuntimeException> failure(int tasks, IntConsumer task) {
        return patiently(() -> {
            try {
                subject().forEach(tasks, task);
                return Optional.empty();
            } catch (RuntimeException e) {
                return Optional.of(e);
            }
        });
    }

    private void patiently(Executable work) {
        Assertions.assertTimeoutPreemptively(patience(), work);
    }

    private <R> R patiently(ThrowingSupplier<R> work) {
        return Assertions.assertTimeoutPreemptively(patience(), work);
    }

    private boolean opens(CountDownLatch latch) {
        try {
            return latch.await(patience().toMillis() / 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits in a way that no interruption ends, as a computation does. */
    private void spinUntil(AtomicBoolean condition) {
        long patience = System.nanoTime() + patience().toNanos() / 2;
        while (!condition.get() && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
    }

    private static void spin() {
        long until = System.nanoTime() + TASK_NANOSECONDS;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static void close(RunExecutor executor) {
        if (executor instanceof AutoCloseable resource) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new AssertionError("closing the executor failed", e);
            }
        }
    }
}
