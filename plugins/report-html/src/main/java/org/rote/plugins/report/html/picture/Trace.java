package org.rote.plugins.report.html.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns curves into SVG path data no longer than a picture can show: what leaves the plot is cut off, and where many points share a column of pixels only the first,
 * the least, the greatest and the last are kept, which draw the same ink.
 */
final class Trace {

    /** How far beyond the plot lines run, so that the clip hides their ends. */
    private static final double MARGIN = 8;
    /** Points for each column of pixels from which thinning is worth it. */
    private static final int DENSE = 4;
    /** Steps shorter than this do not show. */
    private static final double SHORTEST = 0.25;

    private final Plot plot;
    private final PathData path = new PathData();
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    private Trace(Plot plot) {
        this.plot = plot;
    }

    /**
     * A curve.
     *
     * @param plot the area to stay in
     * @param x pixels
     * @param y pixels; NaN in either interrupts the curve
     * @return the outline; empty where nothing is in sight
     */
    static PathData curve(Plot plot, double[] x, double[] y) {
        Trace trace = new Trace(plot);
        boolean dense = x.length > DENSE * plot.width();
        for (double[] piece : pieces(x, y)) {
            double[] kept = !dense ? piece : isMonotone(piece) ? columns(piece) : apart(piece);
            for (int i = 2; i < kept.length; i += 2) {
                trace.segment(kept[i - 2], kept[i - 1], kept[i], kept[i + 1]);
            }
        }
        return trace.path;
    }

    /** The pieces of a curve between its gaps, each as x₀, y₀, x₁, y₁, … */
    static List<double[]> pieces(double[] x, double[] y) {
        List<double[]> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= x.length; i++) {
            if (i == x.length || !Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                if (i > start) {
                    double[] piece = new double[2 * (i - start)];
                    for (int k = start; k < i; k++) {
                        piece[2 * (k - start)] = x[k];
                        piece[2 * (k - start) + 1] = y[k];
                    }
                    pieces.add(piece);
                }
                start = i + 1;
            }
        }
        return pieces;
    }

    private static boolean isMonotone(double[] piece) {
        boolean up = true;
        boolean down = true;
        for (int i = 2; i < piece.length; i += 2) {
            up &= piece[i] >= piece[i - 2];
            down &= piece[i] <= piece[i - 2];
        }
        return up || down;
    }

    private static double[] columns(double[] piece) {
        Coordinates kept = new Coordinates(piece.length);
        int points = piece.length / 2;
        for (int start = 0; start < points; ) {
            int end = start + 1;
            int least = start;
            int greatest = start;
            while (end < points && Math.floor(piece[2 * end]) == Math.floor(piece[2 * start])) {
                least = piece[2 * end + 1] < piece[2 * least + 1] ? end : least;
                greatest = piece[2 * end + 1] > piece[2 * greatest + 1] ? end : greatest;
                end++;
            }
            int[] order = {start, Math.min(least, greatest), Math.max(least, greatest), end - 1};
            for (int i = 0; i < order.length; i++) {
                if (i == 0 || order[i] != order[i - 1]) {
                    kept.add(piece[2 * order[i]], piece[2 * order[i] + 1]);
                }
            }
            start = end;
        }
        return kept.toArray();
    }

    private static double[] apart(double[] piece) {
        Coordinates kept = new Coordinates(piece.length);
        kept.add(piece[0], piece[1]);
        double x = piece[0];
        double y = piece[1];
        for (int i = 2; i < piece.length; i += 2) {
            boolean last = i == piece.length - 2;
            if (last || Math.abs(piece[i] - x) >= SHORTEST || Math.abs(piece[i + 1] - y) >= SHORTEST) {
                x = piece[i];
                y = piece[i + 1];
                kept.add(x, y);
            }
        }
        return kept.toArray();
    }

    /** A growing list of coordinates. */
    private static final class Coordinates {
        private final double[] values;
        private int size;

        Coordinates(int most) {
            values = new double[most];
        }

        void add(double x, double y) {
            values[size++] = x;
            values[size++] = y;
        }

        double[] toArray() {
            return java.util.Arrays.copyOf(values, size);
        }
    }

    /** Adds the part of a segment that lies in the plot. Source: Liang and Barsky, ACM Transactions on Graphics 3 (1984). */
    private void segment(double x0, double y0, double x1, double y1) {
        double[] room = {
            x0 - (plot.left() - MARGIN),
            plot.right() + MARGIN - x0,
            y0 - (plot.top() - MARGIN),
            plot.bottom() + MARGIN - y0
        };
        double[] step = {x0 - x1, x1 - x0, y0 - y1, y1 - y0};
        double enter = 0;
        double leave = 1;
        for (int side = 0; side < 4; side++) {
            double at = room[side] / step[side];
            if (step[side] == 0 && room[side] < 0) {
                return;
            } else if (step[side] < 0) {
                enter = Math.max(enter, at);
            } else if (step[side] > 0) {
                leave = Math.min(leave, at);
            }
        }
        if (enter <= leave) {
            moveTo(between(x0, x1, enter), between(y0, y1, enter));
            lineTo(between(x0, x1, leave), between(y0, y1, leave));
        }
    }

    /** The ends exactly, so that a curve goes on where its last segment ended. */
    private static double between(double from, double to, double share) {
        return share == 0 ? from : share == 1 ? to : from + share * (to - from);
    }

    private void moveTo(double x, double y) {
        if (x != lastX || y != lastY) {
            path.moveTo(x, y);
        }
    }

    private void lineTo(double x, double y) {
        path.lineTo(x, y);
        lastX = x;
        lastY = y;
    }
}
