package org.rote.plugins.report.html.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rote.spi.Figure.Grid;

/**
 * Lines of equal height by marching squares: in each cell between four samples the line crosses the edges whose ends lie on different sides of the level, at the place found
 * by linear interpolation; where it could turn either way, the mean of the four decides. Crossings that share an edge are joined, so a closed line is one closed curve.
 * Cells that touch a missing value are left out.
 *
 * <p>Time and memory are proportional to the number of cells and crossings. Source: Lorensen and Cline (1987), in two dimensions.
 */
final class ContourTracer {

    private static final int NONE = -1;

    private final double[] values;
    private final int rows;
    private final double level;
    /** Each crossed edge with the one or two edges that the line joins it to. */
    private final Map<Integer, int[]> neighbours = new LinkedHashMap<>();

    private ContourTracer(Grid grid, double level) {
        this.values = grid.values();
        this.rows = grid.vertical().count();
        this.level = level;
    }

    /**
     * The lines of one level.
     *
     * @param grid the field
     * @param level the height
     * @return each line as x₀, y₀, x₁, y₁, … in units of samples; a closed one ends where it began
     */
    static List<double[]> trace(Grid grid, double level) {
        ContourTracer tracer = new ContourTracer(grid, level);
        for (int i = 0; i + 1 < grid.horizontal().count(); i++) {
            for (int j = 0; j + 1 < grid.vertical().count(); j++) {
                tracer.cell(i, j);
            }
        }
        return tracer.join();
    }

    private double value(int i, int j) {
        return values[i * rows + j];
    }

    /** Edges have numbers: even ones lead from sample (i, j) to (i+1, j), odd ones to (i, j+1). */
    private int edge(int i, int j, boolean upright) {
        return 2 * (i * rows + j) + (upright ? 1 : 0);
    }

    private void cell(int i, int j) {
        double mean = (value(i, j) + value(i + 1, j) + value(i, j + 1) + value(i + 1, j + 1)) / 4;
        if (!Double.isFinite(mean)) {
            return;
        }
        int near = edge(i, j, false);
        int far = edge(i, j + 1, false);
        int left = edge(i, j, true);
        int right = edge(i + 1, j, true);
        int sides = (value(i, j) >= level ? 1 : 0)
                | (value(i + 1, j) >= level ? 2 : 0)
                | (value(i + 1, j + 1) >= level ? 4 : 0)
                | (value(i, j + 1) >= level ? 8 : 0);
        boolean high = mean >= level;
        switch (sides) {
            case 1, 14 -> join(near, left);
            case 2, 13 -> join(near, right);
            case 4, 11 -> join(far, right);
            case 8, 7 -> join(far, left);
            case 3, 12 -> join(left, right);
            case 6, 9 -> join(near, far);
            case 5 -> both(high, near, right, far, left);
            case 10 -> both(!high, near, right, far, left);
            default -> {} // all on one side
        }
    }

    /** Two lines in one cell: around the corners that are low when the other two are joined, or around those. */
    private void both(boolean joined, int near, int right, int far, int left) {
        join(near, joined ? right : left);
        join(far, joined ? left : right);
    }

    private void join(int a, int b) {
        link(a, b);
        link(b, a);
    }

    private void link(int from, int to) {
        int[] ends = neighbours.computeIfAbsent(from, edge -> new int[] {NONE, NONE});
        ends[ends[0] == NONE ? 0 : 1] = to;
    }

    private List<double[]> join() {
        List<double[]> lines = new ArrayList<>();
        List<Integer> starts = new ArrayList<>(neighbours.keySet());
        // lines that end at the border first, so that what is left is closed
        for (int open = 1; open >= 0; open--) {
            for (int start : starts) {
                int[] ends = neighbours.getOrDefault(start, new int[0]);
                if (ends.length == 2 && (open == 0 || ends[1] == NONE)) {
                    lines.add(follow(start, open == 0));
                }
            }
        }
        return lines;
    }

    private double[] follow(int start, boolean closed) {
        Deque<Integer> edges = new ArrayDeque<>();
        int at = start;
        while (at != NONE) {
            edges.add(at);
            int[] ends = neighbours.remove(at);
            at = Arrays.stream(ends == null ? new int[0] : ends)
                    .filter(neighbours::containsKey)
                    .findFirst()
                    .orElse(NONE);
        }
        if (closed) {
            edges.add(start);
        }
        double[] line = new double[2 * edges.size()];
        int k = 0;
        for (int edge : edges) {
            crossing(edge, line, k);
            k += 2;
        }
        return line;
    }

    private void crossing(int edge, double[] line, int at) {
        boolean upright = edge % 2 == 1;
        int i = edge / 2 / rows;
        int j = edge / 2 % rows;
        double here = value(i, j);
        double there = upright ? value(i, j + 1) : value(i + 1, j);
        double share = (level - here) / (there - here);
        line[at] = i + (upright ? 0 : share);
        line[at + 1] = j + (upright ? share : 0);
    }
}
