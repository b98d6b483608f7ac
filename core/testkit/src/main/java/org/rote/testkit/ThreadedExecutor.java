package org.rote.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;

/**
 * Runs tasks on a number of threads of their own, for tests that results do not depend on how many. Starts the threads anew for each call, which is slow and leaves nothing
 * behind.
 */
public final class ThreadedExecutor implements RunExecutor {

    private final int threads;

    /**
     * With a number of threads.
     *
     * @param threads at least 1
     */
    public ThreadedExecutor(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        this.threads = threads;
    }

    @Override
    public int parallelism() {
        return threads;
    }

    @Override
    public void forEach(int tasks, IntConsumer task) {
        Call call = new Call(tasks, task);
        List<Thread> workers = IntStream.range(0, Math.min(threads, tasks))
                .mapToObj(k -> new Thread(call::work, "testkit-task-" + k))
                .toList();
        workers.forEach(Thread::start);
        boolean interrupted = false;
        for (Thread worker : new ArrayList<>(workers)) {
            interrupted |= call.await(worker);
        }
        if (interrupted) {
            throw new RunInterruptedException();
        }
        call.throwFirstFailure();
    }

    /** One call of forEach: workers take the next task until there is none or one has failed. */
    private static final class Call {

        private final int tasks;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<Throwable> failures;

        Call(int tasks, IntConsumer task) {
            this.tasks = tasks;
            this.task = task;
            this.failures = new AtomicReferenceArray<>(tasks);
        }

        void work() {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                } catch (RuntimeException | Error failure) {
                    failures.set(i, failure);
                    stop();
                }
            }
        }

        private void stop() {
            next.set(tasks);
        }

        /** Waits for a worker, also when interrupted; says whether that happened. */
        boolean await(Thread worker) {
            boolean interrupted = false;
            while (true) {
                try {
                    worker.join();
                    return interrupted;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                }
            }
        }

        void throwFirstFailure() {
            for (int i = 0; i < tasks; i++) {
                Throwable failure = failures.get(i);
                if (failure instanceof Error error) {
                    throw error;
                }
                if (failure instanceof RuntimeException exception) {
                    throw exception;
                }
            }
        }
    }
}
