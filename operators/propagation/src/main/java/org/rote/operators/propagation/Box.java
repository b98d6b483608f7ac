package org.rote.operators.propagation;

import org.rote.operators.propagation.kernels.Rows;

/**
 * A block of nodes of a grid, [from, to) along each axis; axis 0 is the fastest. Empty where an end is not after its beginning.
 *
 * @param from0 first along axis 0
 * @param to0 after the last along axis 0
 * @param from1 first along axis 1
 * @param to1 after the last along axis 1
 * @param from2 first along axis 2
 * @param to2 after the last along axis 2
 */
public record Box(int from0, int to0, int from1, int to1, int from2, int to2) {

    /** All rows of a grid, whole. */
    public static Box all(PaddedGrid grid) {
        return new Box(0, grid.length(), 0, grid.count(1), 0, grid.count(2));
    }

    /** All nodes with [from, to) along one axis; along axis 0, the lines that hold those. */
    static Box slice(PaddedGrid grid, int axis, int from, int to) {
        return new Box(
                axis == 0 ? Rows.downToLine(from) : 0,
                axis == 0 ? Rows.upToLine(to) : grid.length(),
                axis == 1 ? from : 0,
                axis == 1 ? to : grid.count(1),
                axis == 2 ? from : 0,
                axis == 2 ? to : grid.count(2));
    }

    /** Whether there is no node in it. */
    public boolean isEmpty() {
        return to0 <= from0 || to1 <= from1 || to2 <= from2;
    }

    /** First along an axis. */
    public int from(int axis) {
        return axis == 0 ? from0 : axis == 1 ? from1 : from2;
    }

    /** After the last along an axis. */
    public int to(int axis) {
        return axis == 0 ? to0 : axis == 1 ? to1 : to2;
    }

    /** Nodes along axis 0. */
    public int length() {
        return to0 - from0;
    }

    /** How many nodes there are. */
    public long size() {
        return isEmpty() ? 0 : (long) length() * (to1 - from1) * (to2 - from2);
    }

    /** Where a row begins in an array that holds the nodes of this box alone. */
    int offset(int i1, int i2) {
        return ((i2 - from2) * (to1 - from1) + i1 - from1) * length();
    }

    /** Whether a node is inside. */
    boolean holds(int i0, int i1, int i2) {
        return i0 >= from0 && i0 < to0 && i1 >= from1 && i1 < to1 && i2 >= from2 && i2 < to2;
    }

    /** What is in both. */
    Box and(Box other) {
        return new Box(
                Math.max(from0, other.from0),
                Math.min(to0, other.to0),
                Math.max(from1, other.from1),
                Math.min(to1, other.to1),
                Math.max(from2, other.from2),
                Math.min(to2, other.to2));
    }
}
