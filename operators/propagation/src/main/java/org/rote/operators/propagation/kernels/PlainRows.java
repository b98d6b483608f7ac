package org.rote.operators.propagation.kernels;

import java.util.Arrays;

/** Rows of one thread, each in an array of its own from index 0 on, in which {@link PlainLoops} work. */
final class PlainRows {

    private static final float[] NONE = {};

    float[] sum = NONE;
    float[] left = NONE;
    float[] right = NONE;
    float[] slope = NONE;
    float[] curvature = NONE;
    float[] memory = NONE;
    int length;

    /** Makes room for rows of a length. */
    PlainRows of(int wanted) {
        if (sum.length < wanted) {
            sum = new float[wanted];
            left = new float[wanted];
            right = new float[wanted];
            slope = new float[wanted];
            curvature = new float[wanted];
            memory = new float[wanted];
        }
        length = wanted;
        return this;
    }

    /** Copies in a run of an array. */
    void take(float[] array, int from, float[] row) {
        System.arraycopy(array, from, row, 0, length);
    }

    /** Copies a row out to a run of an array. */
    void put(float[] row, float[] array, int to) {
        System.arraycopy(row, 0, array, to, length);
    }

    void clear(float[] row) {
        Arrays.fill(row, 0, length, 0);
    }
}
