package org.rote.engine.execution;

import java.io.PrintStream;
import java.time.InstantSource;

/**
 * One line at the bottom of a terminal: the task that began first, a bar, the speed, and how many tasks go on beside it. Plain ASCII and carriage returns, so
 * that every terminal shows it.
 */
final class BarDisplay implements Display {

    private static final long INTERVAL_MILLIS = 100;
    private static final int BAR_COLUMNS = 20;
    private static final int LEAST_COLUMNS = 20;

    private final PrintStream out;
    private final int columns;
    private final Paces paces;
    private int drawn;

    BarDisplay(PrintStream out, InstantSource clock, int columns) {
        this.out = out;
        this.columns = Math.max(LEAST_COLUMNS, columns);
        this.paces = new Paces(clock, INTERVAL_MILLIS);
    }

    @Override
    public void progress(String task, String what, long done, long total) {
        if (paces.isDue()) {
            draw(task, what, done, total);
        }
    }

    private synchronized void draw(String task, String what, long done, long total) {
        paces.update(task, what, done, total);
        paces.drawn();
        paces.oldest().ifPresent(oldest -> redraw(text(oldest.getKey(), oldest.getValue())));
    }

    private String text(String task, Pace pace) {
        int filled = (int) Math.round(pace.fraction() * BAR_COLUMNS);
        String bar = "=".repeat(filled) + " ".repeat(BAR_COLUMNS - filled);
        String others = paces.size() > 1 ? " (and " + (paces.size() - 1) + " more)" : "";
        return task + ": " + pace.count() + " [" + bar + "] " + pace.speed() + others;
    }

    /** Overwrites what was there. The last column stays free: some terminals wrap when it is written. */
    private void redraw(String text) {
        String fitting = text.length() < columns ? text : text.substring(0, columns - 1);
        out.print("\r" + fitting + " ".repeat(Math.max(0, drawn - fitting.length())));
        out.flush();
        drawn = fitting.length();
    }

    @Override
    public synchronized void end(String task) {
        paces.end(task);
        clear();
    }

    @Override
    public synchronized void line(String text) {
        clear();
        out.println(text);
    }

    private void clear() {
        if (drawn > 0) {
            redraw("");
            out.print("\r");
            out.flush();
        }
    }
}
