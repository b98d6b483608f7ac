package org.rote.operators.helmholtz.solver;

import java.util.Arrays;
import java.util.Optional;

/** Right-hand sides as rows of nodes: all rows, or those that are not zero. */
final class RightHandSide {

    private final int columns;
    private final int width;
    private final double[] rows;
    private final double[] squares;
    /** Nodes of the rows, ascending; absent where every node has its row. */
    private final Optional<int[]> nodes;

    RightHandSide(Fields dense, FieldLoops loops) {
        this.columns = dense.columns();
        this.width = dense.width();
        this.rows = dense.values();
        this.nodes = Optional.empty();
        this.squares = squares(loops, dense.nodes());
    }

    RightHandSide(SparseColumns sparse, int width, int allNodes, FieldLoops loops) {
        this.columns = sparse.columns();
        this.width = width;
        int[] found = new int[sparse.size()];
        Arrays.setAll(found, sparse::node);
        found = Arrays.stream(found).sorted().distinct().toArray();
        if (found.length > 0 && found[found.length - 1] >= allNodes) {
            throw new IllegalArgumentException("a right-hand side has an entry at node " + found[found.length - 1]
                    + ", the grid has " + allNodes + " nodes");
        }
        this.nodes = Optional.of(found);
        this.rows = new double[2 * width * found.length];
        for (int e = 0; e < sparse.size(); e++) {
            int at = 2 * width * Arrays.binarySearch(found, sparse.node(e)) + sparse.column(e);
            rows[at] += sparse.real(e);
            rows[at + width] += sparse.imaginary(e);
        }
        this.squares = squares(loops, found.length);
    }

    private double[] squares(FieldLoops loops, int count) {
        double[] sums = new double[width];
        loops.addSquares(rows, 0, count, width, sums);
        return sums;
    }

    /** Squared norms of the columns. */
    double[] squares() {
        return squares;
    }

    int columns() {
        return columns;
    }

    int width() {
        return width;
    }

    /** The nodes that are not zero, if not all. */
    Optional<int[]> nodes() {
        return nodes;
    }

    /** Rows of {@link #nodes}, or of all. */
    double[] rows() {
        return rows;
    }

    /** Copies the rows of nodes from one number to before another. */
    void copy(int from, int to, double[] target) {
        int stride = 2 * width;
        if (nodes.isEmpty()) {
            System.arraycopy(rows, from * stride, target, 0, (to - from) * stride);
            return;
        }
        Arrays.fill(target, 0, (to - from) * stride, 0);
        int[] some = nodes.get();
        int first = Arrays.binarySearch(some, from);
        for (int i = first < 0 ? -first - 1 : first; i < some.length && some[i] < to; i++) {
            System.arraycopy(rows, i * stride, target, (some[i] - from) * stride, stride);
        }
    }
}
