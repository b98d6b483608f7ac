package org.rote.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Does two things at the same time on two threads. */
final class Together {

    private Together() {}

    /** Starts both at once, waits for both, and returns their results in order. */
    static List<double[]> run(Supplier<double[]> first, Supplier<double[]> second) {
        AtomicInteger ready = new AtomicInteger();
        List<FutureTask<double[]>> tasks = new ArrayList<>();
        for (Supplier<double[]> work : List.of(first, second)) {
            FutureTask<double[]> task = new FutureTask<>(() -> {
                ready.incrementAndGet();
                // waiting awake, so that both begin within a microsecond
                while (ready.get() < 2) {
                    Thread.onSpinWait();
                }
                return work.get();
            });
            tasks.add(task);
            Thread thread = new Thread(task, "testkit-" + tasks.size());
            thread.setDaemon(true);
            thread.start();
        }
        return tasks.stream().map(Together::result).toList();
    }

    private static double[] result(FutureTask<double[]> task) {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(
                    "failed when two threads worked at once: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while two threads worked at once", interruption);
        }
    }
}
