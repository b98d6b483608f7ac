package org.rote.engine.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to go on. */
public final class ManualClock implements InstantSource {

    private Instant now = Instant.parse("2026-03-20T12:00:00Z");

    /** Noon of the first day of spring. */
    public ManualClock() {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
