package org.rote.operators.propagation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;
import org.rote.testkit.ThreadedExecutor;

/** Lends threads until it has been asked a number of times, and then refuses, as an executor does whose run was interrupted. */
final class Stoppable implements RunExecutor {

    private final RunExecutor executor;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int most = Integer.MAX_VALUE;

    Stoppable(int threads) {
        this.executor = threads == 1 ? SERIAL : new ThreadedExecutor(threads);
    }

    /** Refuses once it has been asked so many more times. */
    void stopAfter(int times) {
        asked.set(0);
        most = times;
    }

    void goOn() {
        asked.set(0);
        most = Integer.MAX_VALUE;
    }

    /** How often it was asked since it was told when to stop. */
    int asked() {
        return asked.get();
    }

    @Override
    public int parallelism() {
        return executor.parallelism();
    }

    @Override
    public void forEach(int tasks, IntConsumer task) {
        if (asked.incrementAndGet() > most) {
            throw new RunInterruptedException();
        }
        executor.forEach(tasks, task);
    }
}
