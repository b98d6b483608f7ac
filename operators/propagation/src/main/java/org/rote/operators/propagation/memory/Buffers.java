package org.rote.operators.propagation.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Large arrays of one length that are used again. Arrays come as they were left; nothing is set to zero.
 *
 * <p>Any number of threads may lease and close.
 */
public final class Buffers {

    private final int length;
    private final Store.Shelf<float[]> shelf;

    /**
     * Without any array yet.
     *
     * @param length of an array, at least 1
     * @param store holds those that no one uses
     */
    public Buffers(int length, Store store) {
        if (length < 1) {
            throw new IllegalArgumentException("arrays must have at least one number, got " + length);
        }
        this.length = length;
        this.shelf = store.shelf((long) Float.BYTES * length, () -> new float[length]);
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
     * Lends arrays.
     *
     * @param count how many, at least 0
     * @return the lease; not for several threads to close at once
     */
    public Lease lease(int count) {
        Lease lease = new Lease(new ArrayList<>(count));
        boolean complete = false;
        try {
            while (lease.count() < count) {
                lease.arrays.add(shelf.take());
            }
            complete = true;
        } finally {
            if (!complete) {
                lease.close();
            }
        }
        return lease;
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
            lent.forEach(shelf::give);
        }
    }
}
