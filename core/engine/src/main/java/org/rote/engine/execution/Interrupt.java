package org.rote.engine.execution;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.rote.spi.RunInterruptedException;

/**
 * The wish that a run should stop: the user's, or the engine's own once going on makes no sense (the disk is full). Safe to use from several threads at once, and
 * from a signal handler.
 */
public final class Interrupt {

    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private volatile boolean requested;

    /** Nobody wishes to stop yet. */
    public Interrupt() {}

    /** Asks the run to stop soon and to leave what can be resumed. */
    public void request() {
        requested = true;
    }

    /**
     * Asks the run to stop because nothing of it can go on. The first failure is kept.
     *
     * @param cause what to tell the user
     */
    public void fail(RuntimeException cause) {
        failure.compareAndSet(null, cause);
        requested = true;
    }

    /**
     * Why the run had to stop, where it was not the user's wish.
     *
     * @return the first failure, or empty
     */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure.get());
    }

    /**
     * Whether to stop.
     *
     * @return true once {@link #request} or {@link #fail} was called
     */
    public boolean requested() {
        return requested;
    }

    /**
     * Goes on, or stops.
     *
     * @throws RunInterruptedException once {@link #request} or {@link #fail} was called
     */
    public void check() {
        if (requested) {
            throw new RunInterruptedException();
        }
    }
}
