package org.rote.plugins.report.html.picture;

/**
 * How a layer looks. The colours are those of Okabe and Ito (2008), which the colour-blind tell apart; dash and marker say the same without colour.
 *
 * @param color as {@code #rrggbb}
 * @param dash lengths of dash and gap in pixels; empty for an unbroken line
 * @param width of lines, in pixels
 * @param marker of points
 * @param filled whether markers are filled
 * @param marked whether lines carry a few markers
 */
record Style(String color, String dash, double width, Marker marker, boolean filled, boolean marked) {

    Paint line() {
        return Paint.line(color, width).dashed(dash);
    }

    Paint point() {
        return filled
                ? Paint.line("#fff", 0.6).filled(color, 1)
                : Paint.line(color, 1.3).filled("#fff", 1);
    }

    Paint band() {
        return Paint.line(color, 0.6).faded(0.7).filled(color, 0.16);
    }
}
