package org.rote.operators.propagation;

import java.util.Arrays;
import org.rote.operators.propagation.kernels.Increments;

/** Point sources on the tiles of a grid: adds c · weight · series to the nodes around each point. */
final class Injection {

    private final int count;
    private final int[][] entries;
    private final int[] nodes;
    private final int[] points;
    private final int[][] places;

    /**
     * Sorts the nodes of points by tile.
     *
     * @param grid the grid
     * @param tiles its pieces
     * @param set the points
     */
    Injection(PaddedGrid grid, Tiles tiles, PointSet set) {
        this.count = set.count();
        this.nodes = set.nodes();
        this.points = new int[nodes.length];
        for (int p = 0; p < set.count(); p++) {
            Arrays.fill(points, set.starts()[p], set.starts()[p + 1], p);
        }
        this.places = new int[3][nodes.length];
        int[] tileOf = new int[nodes.length];
        int[] counts = new int[tiles.count()];
        for (int e = 0; e < nodes.length; e++) {
            for (int axis = 0; axis < 3; axis++) {
                places[axis][e] = grid.coordinate(nodes[e], axis);
            }
            tileOf[e] = tiles.holding(places[1][e], places[2][e]);
            counts[tileOf[e]]++;
        }
        this.entries = new int[tiles.count()][];
        for (int t = 0; t < entries.length; t++) {
            entries[t] = new int[counts[t]];
        }
        for (int e = nodes.length - 1; e >= 0; e--) {
            entries[tileOf[e]][--counts[tileOf[e]]] = e;
        }
    }

    /**
     * Adds the sources of one tile.
     *
     * @param tile which
     * @param box where the step works; nodes outside are left alone
     * @param strengths c · weight of every entry
     * @param series of the points, point p at [step · points + p]
     * @param step row
     * @param next the field after the step
     * @param kept takes the same where they exist: second differences of the box
     */
    void add(int tile, Box box, float[] strengths, float[] series, int step, float[] next, Increments kept) {
        for (int e : entries[tile]) {
            int node = nodes[e];
            int i0 = places[0][e];
            int i1 = places[1][e];
            int i2 = places[2][e];
            if (box.holds(i0, i1, i2)) {
                float value = strengths[e] * series[step * count + points[e]];
                next[node] += value;
                if (kept.exist()) {
                    kept.values()[kept.at() + box.offset(i1, i2) + i0 - box.from0()] += value;
                }
            }
        }
    }
}
