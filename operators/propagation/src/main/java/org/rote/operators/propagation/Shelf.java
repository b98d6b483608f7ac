package org.rote.operators.propagation;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Things that are worth using again, such as large arrays. Any number of threads may take and give.
 *
 * @param <T> of the things
 */
final class Shelf<T> {

    private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    Shelf(Supplier<T> maker) {
        this.maker = maker;
    }

    /** One that was given back, as it was, or a new one. */
    T take() {
        T free = this.free.poll();
        return free == null ? maker.get() : free;
    }

    void give(T thing) {
        free.add(thing);
    }
}
