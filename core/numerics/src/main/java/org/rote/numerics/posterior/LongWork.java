package org.rote.numerics.posterior;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.rote.spi.SamplerContext;

/** Many independent tasks that tell how many of them are done, and with each look whether to stop. */
public final class LongWork {

    private LongWork() {}

    /** A task that may take minutes. */
    @FunctionalInterface
    interface LongTask {

        /**
         * The body, called once for each number.
         *
         * @param number of the task
         * @param alive to be run now and then: shows again how many tasks are done, and looks whether to stop
         */
        void run(int number, Runnable alive);
    }

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
        forEachLong(what, count, context, (number, alive) -> task.accept(number));
    }

    /** The same for tasks each of which may take minutes. */
    static void forEachLong(String what, int count, SamplerContext context, LongTask task) {
        AtomicInteger done = new AtomicInteger();
        Runnable alive = () -> context.progress().report(what, done.get(), count);
        alive.run();
        context.executor().forEach(count, number -> {
            task.run(number, alive);
            done.incrementAndGet();
            alive.run();
        });
    }
}
