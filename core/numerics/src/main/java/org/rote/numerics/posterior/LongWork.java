package org.rote.numerics.posterior;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.rote.spi.SamplerContext;

/** Many independent tasks that tell how many of them are done, and with each look whether to stop. */
public final class LongWork {

    private LongWork() {}

    /**
     * Runs tasks 0 … count−1 on the context's executor.
     *
     * @param what what is being done, for people: {@code weighing training models}
     * @param count number of tasks
     * @param context lends executor and progress
     * @param task the body, called once for each number
     * @throws org.rote.spi.RunInterruptedException when the user asked to stop
     */
    public static void forEach(String what, int count, SamplerContext context, IntConsumer task) {
        context.progress().report(what, 0, count);
        AtomicInteger done = new AtomicInteger();
        context.executor().forEach(count, i -> {
            task.accept(i);
            context.progress().report(what, done.incrementAndGet(), count);
        });
    }
}
