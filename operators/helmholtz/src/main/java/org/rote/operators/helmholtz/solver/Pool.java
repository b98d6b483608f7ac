package org.rote.operators.helmholtz.solver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Large objects that are used again: made when none is free, kept up to a number. What is in them never matters. Safe for several threads. */
final class Pool<T> {

    private final Supplier<T> make;
    private final int most;
    private final Deque<T> free = new ArrayDeque<>();

    Pool(int most, Supplier<T> make) {
        this.most = most;
        this.make = make;
    }

    T take() {
        T taken;
        synchronized (free) {
            taken = free.poll();
        }
        return taken == null ? make.get() : taken;
    }

    /** The last one given is the next one taken: it may still be in the cache. */
    void give(T object) {
        synchronized (free) {
            if (free.size() < most) {
                free.push(object);
            }
        }
    }
}
