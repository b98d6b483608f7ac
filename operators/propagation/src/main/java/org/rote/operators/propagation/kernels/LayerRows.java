package org.rote.operators.propagation.kernels;

/**
 * The memories of an absorbing layer at some rows, and its coefficients there. The profile of axis 0 runs along a row and is the same for all rows; that of axis 1 is one pair for each row, the next pair for the next; that of axis 2 is one
 * pair for all of them.
 *
 * <p>Memories have r zeros, or values of their own, on each side along the axis, and neighbours along a slower axis are as far apart as in the grid.
 *
 * @param axis across which waves enter the layer
 * @param decay b along the axis
 * @param gain a along the axis
 * @param depth where in these the first row, or the first point of every row, is
 * @param first memory, ψ or W
 * @param second memory, ζ or V
 * @param at index in the memories of the first point of the first row
 * @param stride indices in the memories from one row to the next
 */
public record LayerRows(
        int axis, float[] decay, float[] gain, int depth, float[] first, float[] second, int at, int stride) {

    /** How far differences in layers reach at most, whatever their order outside. */
    public static final int RADIUS = 4;

    /** The same from another row on. */
    LayerRows from(int row) {
        return new LayerRows(axis, decay, gain, depth(row), first, second, at + row * stride, stride);
    }

    /** Where the coefficients of a row are. */
    int depth(int row) {
        return axis == 1 ? depth + row : depth;
    }
}
