package org.rote.plugins.report.html.picture;

import java.util.Arrays;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;

/** Draws curves, bands and rules. */
final class CurvePainter {

    static final double RADIUS = 2.8;
    /** Markers that tell series apart in grey, on a curve of many points. */
    private static final int MARKERS = 7;
    /** Curves of no more points than this get a marker at each. */
    private static final int FEW = 12;

    private CurvePainter() {}

    static void line(Canvas canvas, Plot plot, Line line, Style style) {
        canvas.path(Trace.curve(plot, plot.px(line.x()), plot.py(line.y())), style.line());
    }

    /** Whether a line carries markers other than at points that have no neighbour; the legend shows them then. */
    static boolean isMarked(Line line, Style style) {
        return style.marked() || isFew(line);
    }

    private static boolean isFew(Line line) {
        return line.x().length <= FEW && line.role() == Role.SERIES;
    }

    /** A marker at each point that has no neighbour, and on series at a few others. */
    static void markers(Canvas canvas, Plot plot, Line line, Style style) {
        double[] x = plot.px(line.x());
        double[] y = plot.py(line.y());
        int n = x.length;
        boolean few = isFew(line);
        int stride = few ? 1 : (n + MARKERS - 1) / MARKERS;
        PathData path = new PathData();
        for (int i = 0; i < n; i++) {
            boolean alone = (i == 0 || isGap(x, y, i - 1)) && (i == n - 1 || isGap(x, y, i + 1));
            boolean turn = few || (style.marked() && i % stride == stride / 2);
            if ((alone || turn) && plot.shows(x[i], y[i])) {
                style.marker().draw(path, x[i], y[i], RADIUS);
            }
        }
        canvas.path(path, style.point());
    }

    private static boolean isGap(double[] x, double[] y, int i) {
        return !Double.isFinite(x[i]) || !Double.isFinite(y[i]);
    }

    static void band(Canvas canvas, Plot plot, Band band, Style style) {
        double[] x = plot.px(band.x());
        double[] lower = kept(plot, band.lower());
        double[] upper = kept(plot, band.upper());
        for (int i = 0; i < x.length; i++) {
            // a gap in one bound is a gap in the band
            x[i] = isGap(lower, upper, i) ? Double.NaN : x[i];
        }
        PathData path = new PathData();
        int start = 0;
        for (int i = 0; i <= x.length; i++) {
            if (i == x.length || !Double.isFinite(x[i])) {
                if (i > start) {
                    path.add(area(
                            plot,
                            Arrays.copyOfRange(x, start, i),
                            Arrays.copyOfRange(lower, start, i),
                            Arrays.copyOfRange(upper, start, i)));
                }
                start = i + 1;
            }
        }
        canvas.path(path, style.band());
    }

    /** Bounds far beyond the plot are drawn at its edge, as are those below zero on a logarithmic axis. */
    private static double[] kept(Plot plot, double[] bounds) {
        double least = plot.y().logarithmic() ? plot.y().lo() : Double.NEGATIVE_INFINITY;
        return Arrays.stream(bounds)
                .map(bound -> plot.py(Math.max(least, bound)))
                .map(y -> Math.max(plot.top() - 2, Math.min(plot.bottom() + 2, y)))
                .toArray();
    }

    private static PathData area(Plot plot, double[] x, double[] lower, double[] upper) {
        if (x.length == 1) {
            PathData sliver = new PathData();
            return sliver.moveTo(x[0] - 1, lower[0])
                    .across(2)
                    .lineTo(x[0] + 1, upper[0])
                    .across(-2)
                    .close();
        }
        PathData there = Trace.curve(plot, x, upper);
        PathData back = Trace.curve(plot, reversed(x), reversed(lower));
        return there.isEmpty() || back.isEmpty()
                ? new PathData()
                : there.goOn(back).close();
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return reversed;
    }

    static void rule(Canvas canvas, Plot plot, Rule rule, Style style) {
        double at = rule.vertical() ? plot.px(rule.at()) : plot.py(rule.at());
        PathData path = new PathData();
        if (rule.vertical() && Double.isFinite(at)) {
            path.moveTo(at, plot.top()).down(plot.height());
        } else if (Double.isFinite(at)) {
            path.moveTo(plot.left(), at).across(plot.width());
        }
        canvas.path(path, style.line());
    }
}
