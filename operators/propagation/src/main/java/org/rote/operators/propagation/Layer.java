package org.rote.operators.propagation;

import org.rote.operators.propagation.kernels.LayerRows;
import org.rote.operators.propagation.kernels.Rows;

/**
 * One absorbing layer: a side of the grid, and where its memory lies.
 *
 * <p>Differences see it from its own nodes and from r beyond; along axis 0, where rows are worked at in whole lines, from the lines that hold those. A memory has one number for each node that sees it, and r zeros on each side; outside of the
 * layer all are 0. Along a slower axis, neighbours are as far apart as in the grid.
 */
public final class Layer {

    private final int cells;
    private final int axis;
    private final int from;
    private final Box inside;
    private final Box seen;
    private final int memoryRow;
    private final int memoryPlane;
    private final int memoryStart;
    private final int memorySize;

    /**
     * A side of the grid.
     *
     * @param grid whose
     * @param axis across which waves enter it
     * @param high whether it is at the end of the axis
     */
    Layer(PaddedGrid grid, int axis, boolean high) {
        this.cells = grid.cells();
        this.axis = axis;
        int radius = LayerRows.RADIUS;
        int end = grid.count(axis);
        this.from = high ? end - cells : 0;
        int to = from + cells;
        int seenFrom = high ? from - radius : 0;
        int seenTo = high ? end : to + radius;
        this.inside = Box.slice(grid, axis, from, to);
        this.seen = Box.slice(grid, axis, seenFrom, seenTo);
        int first = axis == 0 ? seen.from0() : seenFrom;
        int extent = axis == 0 ? seen.length() : seenTo - seenFrom + 2 * radius;
        this.memoryRow = axis == 0 ? Rows.upToLine(extent + radius) : grid.stride(1);
        this.memoryPlane = switch (axis) {
            case 0 -> memoryRow * grid.count(1);
            case 1 -> memoryRow * extent;
            default -> grid.stride(2);
        };
        this.memoryStart = Rows.FIRST
                + switch (axis) {
                    case 0 -> -first;
                    case 1 -> (radius - first) * memoryRow;
                    default -> (radius - first) * memoryPlane;
                };
        this.memorySize = Rows.FIRST + memoryPlane * (axis == 2 ? extent : grid.count(2));
    }

    /** Across which waves enter. */
    public int axis() {
        return axis;
    }

    /** First node of the layer along its axis. */
    public int from() {
        return from;
    }

    /** Node after the last of the layer along its axis. */
    public int to() {
        return from + cells;
    }

    /** The nodes of the layer. */
    public Box inside() {
        return inside;
    }

    /** The nodes at which differences see the memory. */
    public Box seen() {
        return seen;
    }

    /** Numbers in a memory from one row to the next. */
    int memoryRow() {
        return memoryRow;
    }

    /** Length of the array of a memory. */
    public int memorySize() {
        return memorySize;
    }

    /** Index in the memory of a node of the grid. */
    public int memory(int i0, int i1, int i2) {
        return memoryStart + i0 + i1 * memoryRow + i2 * memoryPlane;
    }

    /**
     * How deep in the layer a node lies.
     *
     * @param i along the axis
     * @return from 0 at the last node of the model to 1 at the outermost
     */
    double depth(int i) {
        return from == 0 ? (cells - i) / (double) cells : (i - from + 1) / (double) cells;
    }
}
