package org.rote.operators.helmholtz.solver;

import java.util.List;

/**
 * The dense symmetric matrix in which a few neighbouring nodes, its pivots, are eliminated at once. Its rows and columns are the pivots and then the boundary: the nodes, eliminated
 * later, that are coupled with a pivot by then. Both in the order of elimination, so what a child leaves behind keeps its order in the parent.
 *
 * <p>Pivots are taken in panels of at most {@link #PANEL}. A panel of w pivots with r rows after it is kept as the inverse of its diagonal block and the r × w block below, in tiles of
 * {@link Kernels#TILE} rows: tile after tile, for each of the w columns the real parts of the rows and then their imaginary parts; missing rows of the last tile are zero.
 */
final class Front {

    static final int PANEL = 32;

    /** Nodes have numbers below 2 to this power. */
    static final int PLANE = 28;

    /** Number of the first pivot in the order of elimination. */
    final int firstPivot;

    final int pivots;
    /** Elimination numbers. */
    final int[] boundary;

    final List<Front> children;
    /** Number in the postorder of the tree, which is the order of elimination. */
    final int number;
    /** Where the factors of each panel begin, in real numbers: the tiles of the inverse, then those of the block below. */
    final int[] panelAt;

    /** First pivot of each panel, and after them the number of pivots. */
    final int[] panelStart;
    /** Entries of the matrix that belong here: those of pivot i from {@code entryStart[i]}. */
    final int[] entryStart;

    final int[] entryColumn;
    /** Plane of the {@link StencilMatrix} in the bits from {@link #PLANE} on, node in the others. */
    final int[] entrySource;
    /** Triples (position in the boundary, position in the parent, length) of neighbours that are neighbours there too. */
    int[] runs = {};
    /** Number of the parent; negative for the root. */
    int parent = -1;
    /** Whether what is left goes to an array that all threads see, for a front of another task. */
    boolean shared;
    /** Where the matrix that is left goes, in complex numbers. */
    int matrixAt;
    /** Where the vectors that are left go, in rows. */
    int rowsAt;

    Front(
            int number,
            int firstPivot,
            int pivots,
            int[] boundary,
            List<Front> children,
            int factorsAt,
            int[] entryStart,
            int[] entryColumn,
            int[] entrySource) {
        this.number = number;
        this.firstPivot = firstPivot;
        this.pivots = pivots;
        this.boundary = boundary;
        this.children = children;
        this.panelAt = new int[panels(pivots)];
        this.panelStart = new int[panelAt.length + 1];
        int at = factorsAt;
        for (int k = 0; k < panelAt.length; k++) {
            panelAt[k] = at;
            panelStart[k + 1] = (k + 1) * pivots / panelAt.length;
            at += (int) panelLength(pivots, order(), k);
        }
        this.entryStart = entryStart;
        this.entryColumn = entryColumn;
        this.entrySource = entrySource;
    }

    /** Rows of the front. */
    int order() {
        return pivots + boundary.length;
    }

    /** Complex numbers in the upper triangle of what is left. */
    int updateLength() {
        return boundary.length * (boundary.length + 1) / 2;
    }

    int panels() {
        return panelAt.length;
    }

    private static int panels(int pivots) {
        return (pivots + PANEL - 1) / PANEL;
    }

    /** Real numbers that the factors of a front take. */
    static long factorLength(int pivots, int order) {
        long length = 0;
        for (int k = 0; k < panels(pivots); k++) {
            length += panelLength(pivots, order, k);
        }
        return length;
    }

    private static long panelLength(int pivots, int order, int panel) {
        int start = panel * pivots / panels(pivots);
        int end = (panel + 1) * pivots / panels(pivots);
        return tileLength(end - start) * (long) (tiles(end - start) + tiles(order - end));
    }

    /** Tiles that hold so many rows. */
    static int tiles(int rows) {
        return (rows + Kernels.TILE - 1) / Kernels.TILE;
    }

    /** Real numbers in a tile. */
    static int tileLength(int columns) {
        return 2 * Kernels.TILE * columns;
    }
}
