package org.rote.plugins.report.html.picture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Points;

/** Draws points and ellipses; when there are very many, only those that can be told apart. */
final class PointPainter {

    static final double RADIUS = 3.2;
    /** So that points of a series stand out from the few markers on its curve. */
    private static final double LARGE_RADIUS = 4.6;

    /** More points than this become dots. */
    private static final int MARKED = 300;
    /** More dots than this do not show. */
    private static final int DOTS = 5000;
    /** More ellipses than this cannot be told apart; the heaviest are drawn. */
    private static final int MOST_ELLIPSES = 300;
    /** Corners of the polygon that stands for an ellipse. */
    private static final int CORNERS = 48;
    /** So that a component of little weight is still seen to be there. */
    private static final double FAINTEST = 0.2;

    private PointPainter() {}

    static void points(Canvas canvas, Plot plot, Points points, Style style) {
        double[] x = plot.px(points.x());
        double[] y = plot.py(points.y());
        List<Integer> shown = IntStream.range(0, x.length)
                .filter(i -> plot.shows(x[i], y[i]))
                .boxed()
                .toList();
        double cell = 0.5;
        List<Integer> distinct = distinct(shown, x, y, cell);
        while (distinct.size() > DOTS) {
            cell *= 2;
            distinct = distinct(shown, x, y, cell);
        }
        if (distinct.size() <= MARKED) {
            PathData path = new PathData();
            double radius = style.marked() ? LARGE_RADIUS : RADIUS;
            distinct.forEach(i -> style.marker().draw(path, x[i], y[i], radius));
            canvas.path(path, style.point());
        } else {
            PathData path = new PathData();
            double side = Math.max(1.3, 1.4 * cell);
            distinct.forEach(i -> path.moveTo(x[i] - side / 2, y[i]).across(side));
            canvas.path(path, Paint.line(style.color(), side).faded(0.6));
        }
    }

    /** One point of each cell of a fine grid. */
    private static List<Integer> distinct(List<Integer> points, double[] x, double[] y, double cell) {
        Set<Long> seen = new HashSet<>();
        return points.stream()
                .filter(i -> seen.add((Math.round(x[i] / cell) << 32) + Math.round(y[i] / cell)))
                .toList();
    }

    static void ellipses(Canvas canvas, Plot plot, Ellipses ellipses, Style style) {
        double[] weights = ellipses.weights();
        double heaviest = Arrays.stream(weights).filter(Double::isFinite).max().orElse(1);
        IntStream.range(0, weights.length)
                .boxed()
                .filter(n -> isDrawable(ellipses, n))
                .sorted(Comparator.comparingDouble((Integer n) -> -weights[n]))
                .limit(MOST_ELLIPSES)
                .forEach(n -> ellipse(canvas, plot, ellipses, n, style, opacity(weights[n] / heaviest)));
    }

    /** Light components are fainter than heavy ones, but seen. */
    private static double opacity(double share) {
        return Math.max(FAINTEST, Math.min(1, Math.sqrt(share)));
    }

    private static boolean isDrawable(Ellipses ellipses, int n) {
        double sum = ellipses.weights()[n] + ellipses.means()[2 * n] + ellipses.means()[2 * n + 1];
        for (int k = 0; k < 4; k++) {
            sum += ellipses.covariances()[4 * n + k];
        }
        return Double.isFinite(sum);
    }

    private static void ellipse(Canvas canvas, Plot plot, Ellipses ellipses, int n, Style style, double opacity) {
        double[] root = root(ellipses.covariances(), 4 * n);
        double meanX = ellipses.means()[2 * n];
        double meanY = ellipses.means()[2 * n + 1];
        double[] x = new double[CORNERS + 1];
        double[] y = new double[CORNERS + 1];
        for (int k = 0; k <= CORNERS; k++) {
            double cos = Math.cos(2 * Math.PI * k / CORNERS);
            double sin = Math.sin(2 * Math.PI * k / CORNERS);
            x[k] = plot.px(meanX + root[0] * cos);
            y[k] = plot.py(meanY + root[1] * cos + root[2] * sin);
        }
        Paint paint = style.line().faded(opacity).filled(style.color(), 0.15 * opacity);
        canvas.path(Trace.curve(plot, x, y), paint);
        PathData centre = new PathData();
        if (plot.shows(plot.px(meanX), plot.py(meanY))) {
            centre.circle(plot.px(meanX), plot.py(meanY), 1.5);
        }
        canvas.path(centre, Paint.area(style.color(), opacity));
    }

    /** The Cholesky factor (a, b, c) of a 2×2 covariance: [a 0; b c] times its transpose. A variance of zero gives a line or a point. */
    private static double[] root(double[] covariances, int at) {
        double a = Math.sqrt(Math.max(0, covariances[at]));
        double b = a == 0 ? 0 : covariances[at + 1] / a;
        double c = Math.sqrt(Math.max(0, covariances[at + 3] - b * b));
        return new double[] {a, b, c};
    }
}
