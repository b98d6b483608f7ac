package org.rote.numerics;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Workspaces for whoever needs one now: as many as are in use at once, made when first needed and kept. What is in them never matters. */
final class Pool<T> {

    private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();
    private final Supplier<T> make;

    Pool(Supplier<T> make) {
        this.make = make;
    }

    void use(Consumer<T> work) {
        T pooled = free.poll();
        T workspace = pooled == null ? make.get() : pooled;
        work.accept(workspace);
        free.add(workspace);
    }
}
