package org.rote.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.rote.spi.RunExecutor;

/** A fixed number of threads that take tasks in order; the caller is one of them. A call from within a task of several runs on its own thread. */
final class FixedThreads implements RunExecutor, AutoCloseable {

    private static final ThreadLocal<Boolean> WITHIN = ThreadLocal.withInitial(() -> false);

    private final int parallelism;
    private final ExecutorService others;

    FixedThreads(int parallelism) {
        this.parallelism = parallelism;
        this.others = Executors.newFixedThreadPool(Math.max(1, parallelism - 1), work -> {
            Thread thread = new Thread(work, "benchmark");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public void forEach(int tasks, IntConsumer task) {
        if (tasks == 1 || WITHIN.get()) {
            SERIAL.forEach(tasks, task);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            WITHIN.set(true);
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.accept(i);
            }
            WITHIN.set(false);
        };
        CompletableFuture<?>[] running = new CompletableFuture<?>[parallelism - 1];
        for (int t = 0; t < running.length; t++) {
            running[t] = CompletableFuture.runAsync(work, others);
        }
        work.run();
        CompletableFuture.allOf(running).join();
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
