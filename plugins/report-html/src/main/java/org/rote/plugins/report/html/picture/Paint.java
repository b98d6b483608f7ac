package org.rote.plugins.report.html.picture;

/**
 * How a shape is drawn.
 *
 * @param stroke colour of the line; {@code none} for no line
 * @param width of the line, in pixels
 * @param dash lengths of dash and gap in pixels; empty for an unbroken line
 * @param strokeOpacity of the line, from 0 to 1
 * @param fill colour or pattern of the inside; {@code none} for none
 * @param fillOpacity of the inside, from 0 to 1
 */
record Paint(String stroke, double width, String dash, double strokeOpacity, String fill, double fillOpacity) {

    static final String NONE = "none";
    /** Axes and frames. */
    static final Paint AXIS = line("#333", 1);

    static Paint line(String color, double width) {
        return new Paint(color, width, "", 1, NONE, 1);
    }

    static Paint area(String fill, double opacity) {
        return new Paint(NONE, 1, "", 1, fill, opacity);
    }

    Paint dashed(String lengths) {
        return new Paint(stroke, width, lengths, strokeOpacity, fill, fillOpacity);
    }

    Paint outlined(String color, double lineWidth) {
        return new Paint(color, lineWidth, dash, strokeOpacity, fill, fillOpacity);
    }

    Paint filled(String color, double opacity) {
        return new Paint(stroke, width, dash, strokeOpacity, color, opacity);
    }

    /** The line more or less transparent. */
    Paint faded(double opacity) {
        return new Paint(stroke, width, dash, opacity, fill, fillOpacity);
    }
}
