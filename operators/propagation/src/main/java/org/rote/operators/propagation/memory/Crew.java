package org.rote.operators.propagation.memory;

import java.util.function.IntConsumer;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;

/**
 * Threads of an executor that share the work of every step of one run, such as the rows of a grid in the time steps of one shot.
 *
 * <p>A step consists of blocks. Whoever is there claims the next block; a step ends once all its blocks are done, and the next one begins with whoever is there then. So one thread does everything if no other comes, one that comes late
 * joins where the others are, and nobody ever waits for a thread that has not come: a run ends on an executor that is busy, serial, or called from within a task. A thread waits only for blocks that others are at work on: it spins for some
 * microseconds, as long as a block takes, and then yields the processor.
 *
 * <p>Threads claim from both ends of a step, each from its own, so that of two threads each finds the rows it wrote last in its own cache. What is computed does not depend on it, as long as the blocks of a step are independent.
 *
 * <p>Cost: two atomic operations a block. Nothing is allocated but once a run.
 */
public final class Crew {

    /** Blocks that a step may have at most. */
    public static final int MOST_BLOCKS = 1 << 14;

    private final RunExecutor executor;
    private final boolean alone;

    private Crew(RunExecutor executor, boolean alone) {
        this.executor = executor;
        this.alone = alone;
    }

    /**
     * A crew of the threads of an executor. May be used for several runs at once.
     *
     * @param executor lends its threads
     */
    public Crew(RunExecutor executor) {
        this(executor, false);
    }

    /**
     * A crew of whoever calls {@link #run}, and of no one else.
     *
     * @param executor is asked from time to time whether the run was interrupted
     * @return the crew
     */
    public static Crew alone(RunExecutor executor) {
        return new Crew(executor, true);
    }

    /**
     * Does all steps. Everything that the work wrote is visible to the caller afterwards, and in each step what was written in those before it.
     *
     * @param steps how many, at least 0
     * @param work what to do
     * @throws RuntimeException the failure of a block; no block is begun after it
     * @throws RunInterruptedException when the run is interrupted, between two blocks
     */
    public void run(int steps, Work work) {
        if (steps < 0) {
            throw new IllegalArgumentException("cannot run " + steps + " steps");
        }
        Run run = new Run(executor, steps, work);
        if (alone) {
            run.accept(0);
        } else {
            executor.forEach(executor.parallelism(), run);
        }
    }

    /**
     * Does tasks that do not depend on each other.
     *
     * @param tasks how many, at least 0
     * @param task what to do for each
     * @throws RuntimeException the failure of a task
     * @throws RunInterruptedException when the run is interrupted
     */
    public void share(int tasks, IntConsumer task) {
        int steps = tasks / MOST_BLOCKS + (tasks % MOST_BLOCKS > 0 ? 1 : 0);
        run(steps, new Work() {
            @Override
            public int blocks(int step) {
                return Math.min(MOST_BLOCKS, tasks - step * MOST_BLOCKS);
            }

            @Override
            public void block(int step, int number) {
                task.accept(step * MOST_BLOCKS + number);
            }
        });
    }

    /** What is done in a run. Called by several threads. */
    public interface Work {

        /**
         * Blocks of a step. Asked for often, by any thread: a look-up.
         *
         * @param step 0 … steps − 1
         * @return 0 … {@link #MOST_BLOCKS}; the same whenever it is asked
         */
        int blocks(int step);

        /**
         * Does a block. All steps before are done; other blocks of this one may be under way.
         *
         * @param step 0 … steps − 1
         * @param block 0 … blocks − 1
         */
        void block(int step, int block);
    }
}
