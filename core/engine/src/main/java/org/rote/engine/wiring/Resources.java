package org.rote.engine.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Closes what was created, last first. */
public final class Resources implements AutoCloseable {

    private record Held(String name, AutoCloseable resource) {}

    private final Deque<Held> held = new ArrayDeque<>();
    private final Consumer<String> warn;

    /**
     * Holds nothing yet.
     *
     * @param warn told of what could not be closed: by then the results are safe
     */
    public Resources(Consumer<String> warn) {
        this.warn = warn;
    }

    /**
     * Takes charge of a part if it holds something.
     *
     * @param name what it is, for people
     * @param part any part
     */
    public synchronized void add(String name, Object part) {
        if (part instanceof AutoCloseable resource) {
            held.push(new Held(name, resource));
        }
    }

    @Override
    @SuppressWarnings("try") // parts may throw anything
    public synchronized void close() {
        while (!held.isEmpty()) {
            Held last = held.pop();
            try {
                last.resource().close();
            } catch (Exception | LinkageError e) {
                warn.accept(last.name() + " could not be closed: " + e);
            }
        }
    }
}
