package org.rote.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Runs independent tasks, perhaps several at once. Results must not depend on how many: a task takes its randomness from {@link Streams} by its own number,
 * writes to its own place, and whoever needs a sum adds in task order.
 */
public interface RunExecutor {

    /** Runs every task on the calling thread, in order. */
    RunExecutor SERIAL = new RunExecutor() {
        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            for (int i = 0; i < tasks; i++) {
                task.accept(i);
            }
        }
    };

    /**
     * How many tasks may run at once. For choosing block sizes; results must not depend on it.
     *
     * @return at least 1
     */
    int parallelism();

    /**
     * Runs tasks 0 … tasks−1 and waits for all. May be called from within a task.
     *
     * @param tasks number of tasks
     * @param task the body, called once for each number
     * @throws RuntimeException the failure of the lowest-numbered task that failed; the others are stopped or awaited first
     * @throws RunInterruptedException when the run is interrupted
     */
    void forEach(int tasks, IntConsumer task);

    /**
     * Runs tasks that each give a result.
     *
     * @param tasks number of tasks
     * @param task the body
     * @param <T> type of the results
     * @return the results in task order
     */
    default <T> List<T> map(int tasks, IntFunction<T> task) {
        List<T> results = new ArrayList<>(java.util.Collections.nCopies(tasks, null));
        forEach(tasks, i -> results.set(i, task.apply(i)));
        return results;
    }

    /**
     * A narrow place, where only some threads may work at a time, for want of memory or of a device. An executor may let those that wait work on what the others
     * hand out by {@link #forEach} meanwhile, so that what is done one at a time still fills the machine; by default they wait idly.
     *
     * @param places how many threads may be through it at a time, at least 1
     * @return the gate
     */
    default Gate gate(int places) {
        return new WaitingGate(places);
    }
}
