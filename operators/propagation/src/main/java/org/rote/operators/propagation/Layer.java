package org.rote.operators.propagation;

/**
 * One absorbing layer: a side of the grid, and where its memory lies.
 *
 * <p>Differences see it from its own nodes and from r beyond; along axis 0, where rows are worked at in whole lines, from the lines that hold those. A memory has one number for each node that sees it, and r zeros on each side; outside of the
 * layer all are 0. Along a slower axis, neighbours are as far apart as in the grid.
 */
final class Layer {

    private final int cells;
    private final int axis;
    private final int from;
    private final int to;
    private final int seenFrom;
    private final int seenTo;
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
        int radius = grid.radius();
        int end = grid.count(axis);
        this.from = high ? end - cells : 0;
        this.to = high ? end : cells;
        int seenLow = high ? from - radius : 0;
        int seenHigh = high ? end : to + radius;
        this.seenFrom = axis == 0 ? PaddedGrid.downToLine(seenLow) : seenLow;
        this.seenTo = axis == 0 ? PaddedGrid.upToLine(seenHigh) : seenHigh;
        int extent = seenTo - seenFrom + 2 * radius;
        this.memoryRow = axis == 0 ? extent : grid.stride(1);
        this.memoryPlane = switch (axis) {
            case 0 -> extent * grid.count(1);
            case 1 -> extent * grid.stride(1);
            default -> grid.stride(2);
        };
        int first = seenFrom - radius;
        this.memoryStart = -first * (axis == 0 ? 1 : axis == 1 ? memoryRow : memoryPlane);
        this.memorySize = memoryPlane * (axis == 2 ? extent : grid.count(2));
    }

    /** Across which waves enter. */
    int axis() {
        return axis;
    }

    /** First node of the layer along its axis. */
    int from() {
        return from;
    }

    /** Node after the last of the layer along its axis. */
    int to() {
        return to;
    }

    /** First node along the axis at which differences see the memory. */
    int seenFrom() {
        return seenFrom;
    }

    /** Node after the last at which differences see the memory. */
    int seenTo() {
        return seenTo;
    }

    /** Whether a node along the axis is in the layer. */
    boolean holds(int i) {
        return i >= from && i < to;
    }

    /** Whether differences see the memory from a node along the axis. */
    boolean isSeenFrom(int i) {
        return i >= seenFrom && i < seenTo;
    }

    /** Length of the array of a memory. */
    int memorySize() {
        return memorySize;
    }

    /** Index in the memory of a node of the grid. */
    int memory(int i0, int i1, int i2) {
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
