package org.rote.spi;

/** The user asked a run to stop. Passes through samplers and operators untouched; the engine leaves a run that can be resumed. Exit code 130. */
public final class RunInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says that the run was interrupted. */
    public RunInterruptedException() {
        super("the run was interrupted");
    }
}
