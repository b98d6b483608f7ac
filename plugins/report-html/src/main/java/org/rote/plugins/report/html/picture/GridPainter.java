package org.rote.plugins.report.html.picture;

import org.rote.spi.Axis;
import org.rote.spi.Figure.Contours;
import org.rote.spi.Figure.Image;

/** Draws fields and lines of equal height. */
final class GridPainter {

    private static final double CONTOUR_WIDTH = 1.2;

    private GridPainter() {}

    static void image(Canvas canvas, Plot plot, Image image, ColorScale scale, Patterns patterns) {
        Span x = Raster.covered(image.field().horizontal(), plot.x());
        Span y = Raster.covered(image.field().vertical(), plot.y());
        double left = Math.min(plot.px(x.lo()), plot.px(x.hi()));
        double top = Math.min(plot.py(y.lo()), plot.py(y.hi()));
        double width = Math.abs(plot.px(x.hi()) - plot.px(x.lo()));
        double height = Math.abs(plot.py(y.hi()) - plot.py(y.lo()));
        Raster raster = Raster.of(image.field(), plot, scale);
        if (raster.hasMissing()) {
            canvas.rectangle(left, top, width, height, Paint.area(patterns.missing(), 1));
        }
        canvas.pixels(left, top, width, height, raster.png(Colors.of(image.map())));
    }

    static void contours(Canvas canvas, Plot plot, Contours contours, Style style) {
        Axis horizontal = contours.field().horizontal();
        Axis vertical = contours.field().vertical();
        PathData path = new PathData();
        for (double level : contours.levels()) {
            for (double[] line : ContourTracer.trace(contours.field(), level)) {
                double[] x = new double[line.length / 2];
                double[] y = new double[line.length / 2];
                for (int i = 0; i < x.length; i++) {
                    x[i] = plot.px(horizontal.origin() + line[2 * i] * horizontal.step());
                    y[i] = plot.py(vertical.origin() + line[2 * i + 1] * vertical.step());
                }
                path.add(Trace.curve(plot, x, y));
            }
        }
        canvas.path(path, Paint.line(style.color(), CONTOUR_WIDTH).dashed(style.dash()));
    }
}
