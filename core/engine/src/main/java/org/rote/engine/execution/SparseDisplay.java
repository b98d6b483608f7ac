package org.rote.engine.execution;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;

/** A line of progress every ten seconds at most. */
final class SparseDisplay implements Display {

    private static final long INTERVAL_MILLIS = 10_000;

    private final PrintStream out;
    private final Paces paces;

    SparseDisplay(PrintStream out, InstantSource clock) {
        this.out = out;
        this.paces = new Paces(clock, INTERVAL_MILLIS);
        paces.drawn();
    }

    @Override
    public void progress(String task, String what, long done, long total) {
        if (paces.isDue()) {
            print(task, what, done, total);
        }
    }

    private synchronized void print(String task, String what, long done, long total) {
        // Another thread may have come first while this one waited.
        if (!paces.isDue()) {
            return;
        }
        Pace pace = paces.update(task, what, done, total);
        paces.drawn();
        String speed = pace.speed();
        String percent = String.format(Locale.ROOT, " (%.0f %%)", 100 * pace.fraction());
        out.println(task + ": " + pace.count() + percent + (speed.isEmpty() ? "" : ", " + speed));
    }

    @Override
    public synchronized void end(String task) {
        paces.end(task);
    }

    @Override
    public synchronized void line(String text) {
        out.println(text);
    }
}
