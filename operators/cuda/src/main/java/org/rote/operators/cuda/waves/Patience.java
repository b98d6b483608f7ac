package org.rote.operators.cuda.waves;

import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;

/** Asks now and then whether to go on. */
final class Patience {

    private static final int STEPS = 16;

    private final RunExecutor executor;

    Patience(RunExecutor executor) {
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
}
