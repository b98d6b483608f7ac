package org.rote.operators.propagation.kernels;

/**
 * Rows of a field that a kernel works at, along axis 0, each a neighbour of the one before along the same slower axis. Their length is a multiple of {@link #LINE}, so that they consist of whole vectors.
 *
 * @param count how many
 * @param length points of each
 * @param at index of the first point of the first
 * @param stride indices from one to the next
 */
public record Rows(int count, int length, int at, int stride) {

    /** As many floats as a line of a cache holds, or the largest vector. */
    public static final int LINE = 16;

    /** Index of the first point of a first row, so that rows begin where lines of a cache do, if the array does: its header has the length of four floats. At least r. */
    public static final int FIRST = LINE - 4;

    /** Checks the length. */
    public Rows {
        if (length % LINE != 0) {
            throw new IllegalArgumentException("rows must be a multiple of " + LINE + " points long, got " + length);
        }
    }

    /**
     * The next multiple of a line.
     *
     * @param count of points
     * @return at least as many
     */
    public static int upToLine(int count) {
        return (count + LINE - 1) / LINE * LINE;
    }

    /**
     * The last multiple of a line.
     *
     * @param count of points
     * @return at most as many
     */
    public static int downToLine(int count) {
        return count / LINE * LINE;
    }

    /**
     * A part of these.
     *
     * @param row the first of them
     * @param rows how many
     * @param point the first of each
     * @param points of each
     * @return the part
     */
    Rows part(int row, int rows, int point, int points) {
        return new Rows(rows, points, at + row * stride + point, stride);
    }
}
