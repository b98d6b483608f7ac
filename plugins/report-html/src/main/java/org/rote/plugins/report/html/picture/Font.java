package org.rote.plugins.report.html.picture;

/**
 * How a line of text is set.
 *
 * @param size in pixels
 * @param anchor which part of the text is at its place: {@code start}, {@code middle} or {@code end}
 * @param angle turned clockwise around its place, in degrees
 * @param bold whether it is bold
 */
record Font(double size, String anchor, double angle, boolean bold) {

    static final Font TICK = new Font(10, "start", 0, false);
    static final Font LABEL = new Font(11, "start", 0, false);
    static final Font TITLE = new Font(12, "middle", 0, true);

    /** From the middle of a line of text down to its base line, in font sizes. */
    private static final double HALF_HEIGHT = 0.35;

    Font middle() {
        return new Font(size, "middle", angle, bold);
    }

    Font end() {
        return new Font(size, "end", angle, bold);
    }

    Font turned(double degrees) {
        return new Font(size, anchor, degrees, bold);
    }

    /** The base line of text whose middle is at this height. */
    double base(double middle) {
        return middle + HALF_HEIGHT * size;
    }
}
