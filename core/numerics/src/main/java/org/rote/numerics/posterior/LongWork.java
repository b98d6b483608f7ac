package org.rote.numerics.posterior;

import java.util.function.IntConsumer;
import org.rote.spi.SamplerContext;

/** Many independent tasks, a block at a time, so that there is progress to show and a chance to stop between blocks. */
public final class LongWork {

    private LongWork() {}

    /**
     * Runs tasks 0 … count−1 on the context's executor.
     *
     * @param what what is being done, for people: {@code weighing training models}
     * @param count number of tasks
     * @param block tasks between two reports of progress, at least 1
     * @param context lends executor and progress
     * @param task the body, called once for each number
     * @throws org.rote.spi.RunInterruptedException when the user asked to stop
     */
    public static void forEach(String what, int count, int block, SamplerContext context, IntConsumer task) {
        for (int first = 0; first < count; first += block) {
            context.progress().report(what, first, count);
            int from = first;
            context.executor().forEach(Math.min(block, count - first), i -> task.accept(from + i));
        }
        context.progress().report(what, count, count);
    }
}
