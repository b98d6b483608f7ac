package org.rote.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.rote.engine.execution.Interrupt;

/**
 * Lets Ctrl-C end a run in order: the wish to stop is passed on, and the process waits until what can be resumed is on disk. A second Ctrl-C does not help; a kill
 * loses at most what came after the last checkpoint.
 */
final class Stopping {

    private static final long PATIENCE_SECONDS = 60;

    private Stopping() {}

    static int run(Terminal terminal, ToIntFunction<Interrupt> work) {
        Interrupt interrupt = new Interrupt();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    interrupt.request();
                    await(ended, terminal);
                },
                "rote-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.applyAsInt(interrupt);
        } finally {
            ended.countDown();
            forget(hook);
        }
    }

    private static void await(CountDownLatch ended, Terminal terminal) {
        try {
            // the process ends when this returns, whether or not the work has
            boolean inOrder = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inOrder) {
                terminal.err()
                        .println("rote: the run did not stop in time; what came after its last checkpoint is lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // Then the hook is running, and the exit code is that of the signal.
        }
    }
}
