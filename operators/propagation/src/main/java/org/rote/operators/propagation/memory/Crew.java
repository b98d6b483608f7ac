package org.rote.operators.propagation.memory;

import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;

/**
 * Threads of an executor that share the work of every step of one run, such as the rows of a grid in the time steps of one shot.
 *
 * <p>A step consists of phases and a phase of blocks. Whoever is there claims the next block; a phase ends once all its blocks are done, and the next one begins with whoever is there then. So one thread does everything if no other comes,
 * one that comes late joins where the others are, and nobody ever waits for a thread that has not come: a run ends on an executor that is busy, serial, or called from within a task. A thread waits only for blocks that others are at work on:
 * it spins for some microseconds, as long as a block takes, and then yields the processor.
 *
 * <p>Threads claim from both ends of a phase, each from its own, so that of two threads each finds the rows it wrote last in its own cache. What is computed does not depend on it, as long as the blocks of a phase are independent.
 *
 * <p>Cost: two atomic operations a block; with two threads on two processors about a microsecond a phase of four blocks. Nothing is allocated but once a run.
 */
public final class Crew {

    /** Blocks that a phase may have at most. */
    public static final int MOST_BLOCKS = 1 << 14;

    /** Blocks for each thread: enough that a thread that comes late, or is slow, holds the others up for a fraction of a phase only. */
    private static final int BLOCKS_PER_THREAD = 4;

    private final RunExecutor executor;

    /**
     * A crew of the threads of an executor. May be used for several runs at once.
     *
     * @param executor lends its threads
     */
    public Crew(RunExecutor executor) {
        this.executor = executor;
    }

    /**
     * In how many blocks to divide rows.
     *
     * @param rows how many there are, at least 0
     * @param least rows that are worth a block, at least 1
     * @return at least 1 unless there are no rows; 1 where there is one thread
     */
    public int blocks(int rows, int least) {
        int threads = executor.parallelism();
        int wanted = threads == 1 ? 1 : Math.min(MOST_BLOCKS, BLOCKS_PER_THREAD * threads);
        return Math.min(Math.max(rows / least, 1), Math.min(rows, wanted));
    }

    /**
     * Where a block of rows begins, and where the one before it ends.
     *
     * @param rows how many there are
     * @param blocks of almost equal size
     * @param block 0 … blocks
     * @return its first row; {@code rows} for {@code block = blocks}
     */
    public static int first(int rows, int blocks, int block) {
        return (int) ((long) rows * block / blocks);
    }

    /**
     * Does all steps. Everything that the work wrote is visible to the caller afterwards, and in each phase what was written in those before it.
     *
     * @param steps how many, at least 0
     * @param work what to do
     * @throws RuntimeException the failure of a block; no block is begun after it
     * @throws RunInterruptedException when the run is interrupted, between two blocks
     */
    public void run(int steps, Work work) {
        int phases = work.phases();
        if (steps < 0 || phases < 1 || (long) steps * phases >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("cannot run " + steps + " steps of " + phases
                    + " phases: steps must be at least 0, phases at least 1, and their product below 2^31 - 1");
        }
        Run run = new Run(executor, steps, phases, work);
        executor.forEach(executor.parallelism(), run);
    }

    /** What is done in a run. Called by several threads. */
    public interface Work {

        /**
         * Phases of a step.
         *
         * @return at least 1, the same for all steps
         */
        int phases();

        /**
         * Blocks of a phase. Asked for often, by any thread: a look-up.
         *
         * @param step 0 … steps − 1
         * @param phase 0 … phases − 1
         * @return 0 … {@link #MOST_BLOCKS}; the same whenever it is asked
         */
        int blocks(int step, int phase);

        /**
         * Does a block. All phases before are done; other blocks of this one may be under way.
         *
         * @param step 0 … steps − 1
         * @param phase 0 … phases − 1
         * @param block 0 … blocks − 1
         */
        void block(int step, int phase, int block);

        /**
         * Ends a step, on one thread: all its blocks are done and none of the next is begun. Cheaper than a phase of one block. Does nothing unless overridden.
         *
         * @param step 0 … steps − 1
         */
        default void end(int step) {}
    }
}
