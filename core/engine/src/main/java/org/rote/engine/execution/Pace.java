package org.rote.engine.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How fast one phase of a task goes: from the first report of the phase to the last. */
final class Pace {

    private final String what;
    private final Instant since;
    private final long first;
    private long done;
    private long total;
    private Instant now;

    Pace(String what, long done, long total, Instant now) {
        this.what = what;
        this.since = now;
        this.first = done;
        this.done = done;
        this.total = total;
        this.now = now;
    }

    boolean isAbout(String other) {
        return what.equals(other);
    }

    void update(long done, long total, Instant now) {
        this.done = done;
        this.total = total;
        this.now = now;
    }

    /** From 0 to 1. */
    double fraction() {
        return total <= 0 ? 0 : Math.min(1, Math.max(0, (double) done / total));
    }

    /** {@code sampling 312/5000}. */
    String count() {
        return what + " " + done + "/" + total;
    }

    /** {@code 42/s, 1:51 left}; empty until two reports allow it. */
    String speed() {
        double seconds = Duration.between(since, now).toMillis() / 1000.0;
        if (seconds <= 0 || done <= first) {
            return "";
        }
        double rate = (done - first) / seconds;
        String each = rate >= 1
                ? String.format(Locale.ROOT, "%.0f/s", rate)
                : String.format(Locale.ROOT, "%.1f s each", 1 / rate);
        return each + ", " + clock(Math.max(0, total - done) / rate) + " left";
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
