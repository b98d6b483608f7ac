package org.rote.operators.propagation.kernels;

import java.util.Arrays;

/**
 * Rows of one thread in arrays of their own, {@link #pitch} apart, in which {@link PlainLoops} work. What lies between two rows is worked at too and written nowhere: so a loop goes over all rows at once, and rows that lie in the grid as they do here are
 * copied in one piece, from whichever distance. Half of the time goes into these copies, and most of that for rows of a few lines, which cannot be.
 */
final class PlainRows {

    /** Points at once, unless a row is longer: few enough for what the loops touch to stay in the nearest cache, and a tile's rows of a layer along axis 0. */
    private static final int MOST = 1536;

    private static final int FIRST = PlainLoops.FIRST;
    private static final float[] NONE = {};

    float[] now = NONE;
    float[] sum = NONE;
    float[] slope = NONE;
    float[] memory = NONE;
    float[] left = NONE;
    float[] right = NONE;
    private float[] farLeft = NONE;
    private float[] farRight = NONE;
    private float[] window = NONE;

    private int length;
    private int pitch;
    private int rows;

    private float[] source = NONE;
    private int origin;
    private int sourceStride;
    private int step;

    /**
     * Lays rows out: as far apart as some in memory, if little more than the rows lies between, or else side by side.
     *
     * @param points of a row
     * @param stride of the rows in memory that are copied most
     * @param gap least distance from the end of a row to the next: as far as neighbours along axis 0 are looked at, on both sides
     */
    PlainRows of(int points, int stride, int gap) {
        length = points;
        pitch = stride >= points + gap && stride <= points + points / 2 ? stride : points + Rows.upToLine(gap);
        return this;
    }

    /** How many rows of a layout to work at, at once. */
    int atOnce() {
        return Math.max(1, MOST / pitch);
    }

    /** Makes room for some rows. */
    void room(int count) {
        rows = count;
        if (sum.length < FIRST + points()) {
            int room = FIRST + Math.max(MOST, points());
            now = new float[room];
            sum = new float[room];
            slope = new float[room];
            memory = new float[room];
            left = new float[room];
            right = new float[room];
            farLeft = new float[room];
            farRight = new float[room];
        }
    }

    /** From the first of the first row to the last of the last. */
    int points() {
        return (rows - 1) * pitch + length;
    }

    /** Copies rows in, and what lies between them: numbers of some size, which results between rows are made of, so that those neither grow nor become so small that they are slow. */
    void take(float[] array, int at, int stride, float[] to) {
        if (stride == pitch) {
            System.arraycopy(array, at, to, FIRST, points());
            return;
        }
        for (int row = 0; row < rows; row++) {
            int rest = (rows - 1 - row) * stride + length;
            System.arraycopy(array, at + row * stride, to, FIRST + row * pitch, Math.min(pitch, rest));
        }
    }

    /** Copies rows out. */
    void put(float[] from, float[] array, int at, int stride) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, FIRST + row * pitch, array, at + row * stride, length);
        }
    }

    /** Copies the coefficients of a layer in, for every point. */
    void takeProfile(float[] profile, LayerRows layer, float[] to) {
        int end = FIRST + points();
        if (layer.axis() != 0) {
            for (int row = 0, from = FIRST; row < rows; row++, from += pitch) {
                Arrays.fill(to, from, Math.min(from + pitch, end), profile[layer.depth(row)]);
            }
            return;
        }
        Arrays.fill(to, FIRST, Math.min(FIRST + pitch, end), 0);
        System.arraycopy(profile, layer.depth(), to, FIRST, length);
        for (int filled = pitch; filled < points(); filled *= 2) {
            System.arraycopy(to, FIRST, to, FIRST + filled, Math.min(filled, points() - filled));
        }
    }

    /**
     * Turns to neighbours along an axis: to rows where they are if those lie as these do, or else to a copy of them that does.
     *
     * @param apart indices from one neighbour to the next
     * @param reach how many neighbours on each side
     */
    void look(float[] array, int at, int stride, int axis, int apart, int reach) {
        source = array;
        origin = at;
        sourceStride = stride;
        step = apart;
        if (stride == pitch || axis == 2) {
            return;
        }
        int aside = axis == 0 ? reach : 0;
        int ahead = axis == 1 ? reach : 0;
        int room = FIRST + (rows + 2 * ahead) * pitch;
        if (window.length < room) {
            window = new float[room];
        }
        for (int row = 0; row < rows + 2 * ahead; row++) {
            int from = at + (row - ahead) * stride - aside;
            System.arraycopy(array, from, window, FIRST - aside + row * pitch, length + 2 * aside);
        }
        source = window;
        origin = FIRST + ahead * pitch;
        sourceStride = pitch;
        step = axis == 0 ? 1 : pitch;
    }

    /** now ← u_0, sum ← w_0 u_0 + w_1 (u_1 + u_-1) + w_2 (u_2 + u_-2) + … */
    void second(float centre, float[] weights) {
        take(source, origin, sourceStride, now);
        takeNeighbours(1);
        PlainLoops.sums(sum, now, centre, left, right, weights[1], farLeft, farRight, weights[2], points());
        addSecond(weights, 3);
    }

    /** sum ← sum + w_k (u_k + u_-k) + …, as far as there are weights that are not 0; these come in twos. */
    void addSecond(float[] weights, int nearest) {
        for (int k = nearest; k < weights.length && weights[k] != 0; k += 2) {
            takeNeighbours(k);
            PlainLoops.addSums(sum, left, right, weights[k], farLeft, farRight, weights[k + 1], points());
        }
    }

    /** to ← to + sign (d_1 (u_1 − u_-1) + d_2 (u_2 − u_-2)). */
    void addFirst(float[] weights, float sign, float[] to) {
        takeNeighbours(1);
        PlainLoops.addDifferences(to, right, left, sign * weights[1], farRight, farLeft, sign * weights[2], points());
    }

    void clear(float[] values) {
        Arrays.fill(values, FIRST, FIRST + points(), 0);
    }

    /** Those k and k + 1 away. */
    private void takeNeighbours(int k) {
        take(source, origin - k * step, sourceStride, left);
        take(source, origin + k * step, sourceStride, right);
        take(source, origin - (k + 1) * step, sourceStride, farLeft);
        take(source, origin + (k + 1) * step, sourceStride, farRight);
    }
}
