package org.rote.operators.cuda.waves;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;

/** Threads of the run, and the question now and then whether to go on. */
final class Threads {

    private static final int STEPS = 16;

    private final RunExecutor executor;

    Threads(RunExecutor executor) {
        this.executor = executor;
    }

    /**
     * Asks every some steps.
     *
     * @throws RunInterruptedException when the run is interrupted
     */
    void ask(int step) {
        if (step % STEPS == 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new RunInterruptedException();
            }
            // Has no task, but is refused if the run was interrupted.
            executor.forEach(0, none -> {});
        }
    }

    /** Does tasks that do not depend on each other, and gives their results in order. */
    <T> List<T> map(int tasks, IntFunction<T> task) {
        return executor.map(tasks, task);
    }

    /** Does tasks that do not depend on each other. */
    void share(int tasks, IntConsumer task) {
        executor.forEach(tasks, task);
    }
}
