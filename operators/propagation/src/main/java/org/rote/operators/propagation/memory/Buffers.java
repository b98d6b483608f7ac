package org.rote.operators.propagation.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Large arrays of one length that are used again: the first touch of fresh memory costs as much as a few steps of a wave. Arrays come as they were left; nothing is set to zero.
 *
 * <p>Any number of threads may lease and close.
 */
public final class Buffers {

    private final int length;
    private final int most;
    // Last in, first out: what was used last is likeliest to be in a cache.
    private final Deque<float[]> free = new ArrayDeque<>();

    /**
     * Without any array yet.
     *
     * @param length of an array, at least 1
     * @param most arrays that are kept while no one uses them, at least 0; those given back beyond that are left to the garbage collector
     */
    public Buffers(int length, int most) {
        if (length < 1 || most < 0) {
            throw new IllegalArgumentException(
                    "arrays must have at least one number and be kept at least 0 at a time, got " + length
                            + " numbers and " + most + " arrays");
        }
        this.length = length;
        this.most = most;
    }

    /**
     * Length of every array.
     *
     * @return as given
     */
    public int length() {
        return length;
    }

    /**
     * Arrays that no one uses at the moment.
     *
     * @return at most as many as are to be kept
     */
    public int idle() {
        synchronized (free) {
            return free.size();
        }
    }

    /**
     * Lends arrays.
     *
     * @param count how many, at least 0
     * @return the lease; not for several threads to close at once
     */
    public Lease lease(int count) {
        List<float[]> arrays = new ArrayList<>(count);
        synchronized (free) {
            while (arrays.size() < count && !free.isEmpty()) {
                arrays.add(free.pop());
            }
        }
        while (arrays.size() < count) {
            arrays.add(new float[length]);
        }
        return new Lease(arrays);
    }

    private void giveBack(List<float[]> arrays) {
        synchronized (free) {
            for (int i = 0; i < arrays.size() && free.size() < most; i++) {
                free.push(arrays.get(i));
            }
        }
    }

    /** Arrays that are lent until closed. */
    public final class Lease implements AutoCloseable {

        private List<float[]> arrays;

        private Lease(List<float[]> arrays) {
            this.arrays = arrays;
        }

        /**
         * How many arrays are lent.
         *
         * @return as asked for; 0 after closing
         */
        public int count() {
            return arrays.size();
        }

        /**
         * One of the arrays.
         *
         * @param number 0 … count − 1
         * @return an array, which must not be touched after closing
         * @throws IndexOutOfBoundsException also after closing
         */
        public float[] array(int number) {
            return arrays.get(number);
        }

        /** Gives the arrays back; does nothing the second time. */
        @Override
        public void close() {
            List<float[]> lent = arrays;
            arrays = List.of();
            giveBack(lent);
        }
    }
}
