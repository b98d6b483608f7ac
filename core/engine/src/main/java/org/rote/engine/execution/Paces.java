package org.rote.engine.execution;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What every task reported last, looked at no more often than the display is drawn. */
final class Paces {

    private final InstantSource clock;
    private final long intervalMillis;
    private final AtomicLong next = new AtomicLong(Long.MIN_VALUE);
    private final Map<String, Pace> tasks = new LinkedHashMap<>();

    Paces(InstantSource clock, long intervalMillis) {
        this.clock = clock;
        this.intervalMillis = intervalMillis;
    }

    /** Whether it is time to draw. Takes no lock: this is all that most reports come to. */
    boolean isDue() {
        return clock.millis() >= next.get();
    }

    void drawn() {
        next.set(clock.millis() + intervalMillis);
    }

    Pace update(String task, String what, long done, long total) {
        Instant now = clock.instant();
        Pace pace = tasks.compute(
                task, (name, old) -> old != null && old.isAbout(what) ? old : new Pace(what, done, total, now));
        pace.update(done, total, now);
        return pace;
    }

    void end(String task) {
        tasks.remove(task);
    }

    /** The task that began first of those under way. */
    Optional<Map.Entry<String, Pace>> oldest() {
        return tasks.entrySet().stream().findFirst();
    }

    int size() {
        return tasks.size();
    }
}
