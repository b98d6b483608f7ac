package org.rote.plugins.report.html.picture;

import org.rote.spi.Figure.Panel;

/**
 * The area inside the axes of a panel: from values to pixels.
 *
 * @param x horizontal span
 * @param y vertical span
 * @param leftwards whether the horizontal axis grows to the left
 * @param downwards whether the vertical axis grows downwards
 * @param left pixel of the left edge
 * @param top pixel of the upper edge
 * @param width pixels
 * @param height pixels
 */
record Plot(
        Span x, Span y, boolean leftwards, boolean downwards, double left, double top, double width, double height) {

    static Plot of(Panel panel, Extents extents, double left, double top, double width, double height) {
        return new Plot(
                extents.x(), extents.y(), panel.x().downwards(), panel.y().downwards(), left, top, width, height);
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** The pixel of an abscissa; NaN for what the axis cannot show. */
    double px(double value) {
        double fraction = x.fraction(value);
        return left + (leftwards ? 1 - fraction : fraction) * width;
    }

    /** The pixel of an ordinate; NaN for what the axis cannot show. */
    double py(double value) {
        double fraction = y.fraction(value);
        return top + (downwards ? fraction : 1 - fraction) * height;
    }

    double[] px(double[] values) {
        return java.util.Arrays.stream(values).map(this::px).toArray();
    }

    double[] py(double[] values) {
        return java.util.Arrays.stream(values).map(this::py).toArray();
    }

    /** Whether a pixel lies on the plot or its edge. */
    boolean shows(double px, double py) {
        return px >= left - EDGE && px <= right() + EDGE && py >= top - EDGE && py <= bottom() + EDGE;
    }

    /** Rounding errors of a point on the edge, in pixels. */
    private static final double EDGE = 0.01;
}
