package org.rote.operators.propagation.memory;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;

/**
 * One run of a {@link Crew}. One number, the ticket, holds the step under way and how many blocks were claimed from its lower and its upper end; to claim a block is to increment one of the two, and the ticket as it was says which block that
 * is, of whichever step: nobody has to know beforehand where the others are. A claim beyond the last block is void.
 *
 * <p>The step advances when its last block is done, by the thread that did it. A failure sets the ticket to the end; as its block is never done, no advance can undo that.
 */
final class Run implements IntConsumer {

    /** Bits of the count of claims from one end: blocks and void claims of every thread. */
    private static final int BITS = 16;

    private static final long MASK = (1L << BITS) - 1;
    private static final long FROM_BELOW = 1;
    private static final long FROM_ABOVE = 1L << BITS;

    /** Places of the two counters, on cache lines of their own, also where processors fetch lines in pairs. */
    private static final int TICKET = 16;

    private static final int DONE = 32;
    private static final int PLACES = 48;

    /** Looks at the ticket before the processor is yielded to another thread: a few tens of microseconds. */
    private static final int SPINS = 500;

    /** How many steps pass between two questions to the executor whether to go on. */
    private static final int PATIENCE = 16;

    private final RunExecutor executor;
    private final int steps;
    private final Crew.Work work;
    private final AtomicLongArray counters = new AtomicLongArray(PLACES);

    Run(RunExecutor executor, int steps, Crew.Work work) {
        this.executor = executor;
        this.steps = steps;
        this.work = work;
        begin(skipEmpty(0));
    }

    /** Works until all steps are done. */
    @Override
    public void accept(int member) {
        long claim = member % 2 == 0 ? FROM_BELOW : FROM_ABOVE;
        long seen = counters.get(TICKET);
        while (step(seen) < steps) {
            if (claims(seen) < blocks(step(seen))) {
                serve(counters.getAndAdd(TICKET, claim), claim);
                seen = counters.get(TICKET);
            } else {
                seen = await(step(seen));
            }
        }
    }

    private void serve(long ticket, long claim) {
        int step = step(ticket);
        if (step >= steps || claims(ticket) >= blocks(step)) {
            return;
        }
        int block = claim == FROM_BELOW ? below(ticket) : blocks(step) - 1 - above(ticket);
        boolean complete = false;
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw new RunInterruptedException();
            }
            work.block(step, block);
            if (counters.incrementAndGet(DONE) == blocks(step)) {
                advance(step);
            }
            complete = true;
        } finally {
            if (!complete) {
                begin(steps);
            }
        }
    }

    private void advance(int step) {
        if (step % PATIENCE == 0) {
            // Has no task, but is refused if the run was interrupted.
            executor.forEach(0, none -> {});
        }
        int next = skipEmpty(step + 1);
        counters.set(DONE, 0);
        begin(next);
    }

    /** Passes over steps without blocks. */
    private int skipEmpty(int from) {
        int step = from;
        while (step < steps && blocks(step) == 0) {
            step++;
        }
        return step;
    }

    private void begin(int step) {
        counters.set(TICKET, (long) step << (2 * BITS));
    }

    /** Waits until a step is over. Yields, because on a machine with fewer processors than threads those at work may need this one; nothing depends on whether that helps. */
    @SuppressWarnings("ThreadPriorityCheck")
    private long await(int step) {
        long seen = counters.get(TICKET);
        for (int spins = 0; step(seen) == step; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
            seen = counters.get(TICKET);
        }
        return seen;
    }

    private int blocks(int step) {
        int blocks = work.blocks(step);
        if (blocks < 0 || blocks > Crew.MOST_BLOCKS) {
            throw new IllegalStateException(
                    "step " + step + " has " + blocks + " blocks; there must be 0 to " + Crew.MOST_BLOCKS);
        }
        return blocks;
    }

    private static int step(long ticket) {
        return (int) (ticket >>> (2 * BITS));
    }

    private static int below(long ticket) {
        return (int) (ticket & MASK);
    }

    private static int above(long ticket) {
        return (int) (ticket >>> BITS & MASK);
    }

    private static int claims(long ticket) {
        return below(ticket) + above(ticket);
    }
}
