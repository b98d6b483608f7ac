package org.rote.operators.propagation.kernels;

import java.util.Arrays;

/** Rows of one thread, end to end in arrays of their own from index 0 on, in which {@link PlainLoops} work. */
final class PlainRows {

    /** Points at once, unless a row is longer: what the loops touch stays in the nearest cache. */
    private static final int MOST = 1024;

    private static final float[] NONE = {};

    float[] sum = NONE;
    float[] left = NONE;
    float[] right = NONE;
    float[] slope = NONE;
    float[] curvature = NONE;
    float[] memory = NONE;
    private int rows;
    private int points;

    /** How many rows of a length to work at, at once. */
    static int atOnce(int points) {
        return Math.max(1, MOST / Math.max(1, points));
    }

    /** Makes room for some rows. */
    PlainRows of(Rows some) {
        rows = some.count();
        points = some.length();
        if (sum.length < length()) {
            int room = Math.max(MOST, length());
            sum = new float[room];
            left = new float[room];
            right = new float[room];
            slope = new float[room];
            curvature = new float[room];
            memory = new float[room];
        }
        return this;
    }

    /** Points of all rows. */
    int length() {
        return rows * points;
    }

    /** Copies rows in. */
    void take(float[] array, int at, int stride, float[] to) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(array, at + row * stride, to, row * points, points);
        }
    }

    /** Copies rows out. */
    void put(float[] from, float[] array, int at, int stride) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, row * points, array, at + row * stride, points);
        }
    }

    /** Copies the coefficients of a layer in, for every point. */
    void takeProfile(float[] profile, LayerRows layer, float[] to) {
        if (layer.axis() == 0) {
            take(profile, layer.depth(), 0, to);
            return;
        }
        for (int row = 0; row < rows; row++) {
            Arrays.fill(to, row * points, (row + 1) * points, profile[layer.depth(row)]);
        }
    }

    void clear(float[] values) {
        Arrays.fill(values, 0, length(), 0);
    }
}
