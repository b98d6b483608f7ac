package org.rote.engine.execution;

import java.io.PrintStream;
import java.time.InstantSource;

/**
 * Where a run shows how far it is. Several tasks may be under way at once, each with a label of its own. Safe to use from several threads; {@link #progress}
 * is cheap enough to be called at every step.
 */
public interface Display {

    /** Shows nothing. */
    Display QUIET = new Display() {
        @Override
        public void progress(String task, String what, long done, long total) {}

        @Override
        public void end(String task) {}

        @Override
        public void line(String text) {}
    };

    /**
     * One line that is drawn again and again, at most ten times a second, for a terminal.
     *
     * @param out the terminal
     * @param clock the time
     * @param columns width of the terminal
     * @return the display
     */
    static Display bar(PrintStream out, InstantSource clock, int columns) {
        return new BarDisplay(out, clock, columns);
    }

    /**
     * A line every ten seconds at most, for logs.
     *
     * @param out the log
     * @param clock the time
     * @return the display
     */
    static Display sparse(PrintStream out, InstantSource clock) {
        return new SparseDisplay(out, clock);
    }

    /**
     * A task goes on.
     *
     * @param task the label of the task
     * @param what what it is doing
     * @param done units done
     * @param total units in all
     */
    void progress(String task, String what, long done, long total);

    /**
     * A task has ended, well or not.
     *
     * @param task the label of the task
     */
    void end(String task);

    /**
     * Says something that is to stay.
     *
     * @param text one or more lines, without the last line end
     */
    void line(String text);
}
