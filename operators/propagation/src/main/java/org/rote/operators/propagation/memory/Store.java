package org.rote.operators.propagation.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Large things that are taken, given back and taken again: the first touch of fresh memory costs as much as a few steps of a wave. Things of one kind lie on a shelf; all shelves together hold no more than a number of bytes, what is lent
 * included, unless that is more by itself: to make a new thing, idle ones of any kind are left to the garbage collector, and what comes back beyond the number is too.
 *
 * <p>Any number of threads may take and give.
 */
public final class Store {

    private final List<Shelf<?>> shelves = new ArrayList<>();
    private long most;
    private long held;

    /**
     * Empty.
     *
     * @param most bytes of all things together, at least 0
     */
    public Store(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("a store must hold at least 0 bytes, got " + most);
        }
        this.most = most;
    }

    /**
     * A shelf for one kind of things.
     *
     * @param bytes of each
     * @param maker of new ones
     * @param <T> of the things
     * @return an empty shelf
     */
    public synchronized <T> Shelf<T> shelf(long bytes, Supplier<T> maker) {
        Shelf<T> shelf = new Shelf<>(bytes, maker);
        shelves.add(shelf);
        return shelf;
    }

    /**
     * Holds no more than so much from now on.
     *
     * @param bytes of all things together; less than 0 is 0
     */
    public synchronized void keepWithin(long bytes) {
        most = Math.max(0, bytes);
        makeRoom(0);
    }

    /**
     * Counts what lies elsewhere; idle things make room for it.
     *
     * @param bytes of it, until they are released
     */
    public synchronized void reserve(long bytes) {
        makeRoom(bytes);
        held += bytes;
    }

    /**
     * Counts it no longer.
     *
     * @param bytes that were reserved
     */
    public synchronized void release(long bytes) {
        held -= bytes;
    }

    /**
     * What there is, lent, idle or reserved.
     *
     * @return bytes
     */
    public synchronized long held() {
        return held;
    }

    /**
     * What is not idle.
     *
     * @return bytes that are lent or reserved
     */
    public synchronized long lent() {
        return held
                - shelves.stream()
                        .mapToLong(shelf -> shelf.bytes * shelf.idle.size())
                        .sum();
    }

    private void makeRoom(long bytes) {
        for (Shelf<?> shelf : shelves) {
            while (held + bytes > most && !shelf.idle.isEmpty()) {
                shelf.idle.removeLast();
                held -= shelf.bytes;
            }
        }
    }

    /**
     * Things of one kind.
     *
     * @param <T> of the things
     */
    public final class Shelf<T> {

        private final long bytes;
        private final Supplier<T> maker;
        // Last in, first out: what was used last is likeliest to be in a cache.
        private final Deque<T> idle = new ArrayDeque<>();

        private Shelf(long bytes, Supplier<T> maker) {
            this.bytes = bytes;
            this.maker = maker;
        }

        /**
         * Takes one, to be given back.
         *
         * @return one that was given back, as it was left, or a new one
         */
        public T take() {
            synchronized (Store.this) {
                if (!idle.isEmpty()) {
                    return idle.pop();
                }
                makeRoom(bytes);
                held += bytes;
            }
            boolean made = false;
            try {
                T thing = maker.get();
                made = true;
                return thing;
            } finally {
                if (!made) {
                    forget();
                }
            }
        }

        /**
         * Gives one back.
         *
         * @param thing that was taken from this shelf, and is not touched any more
         */
        public void give(T thing) {
            synchronized (Store.this) {
                if (held > most) {
                    held -= bytes;
                } else {
                    idle.push(thing);
                }
            }
        }

        private void forget() {
            synchronized (Store.this) {
                held -= bytes;
            }
        }
    }
}
