package org.rote.plugins.report.html.picture;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.rote.plugins.report.html.text.Markup;
import org.rote.plugins.report.html.text.Numbers;
import org.rote.plugins.report.html.text.Superscripts;

/** Writes shapes, letters and pixels as SVG elements with presentation attributes, which need no style sheet. */
final class Canvas {

    static final String FAMILY = "Helvetica, Arial, Liberation Sans, Arimo, sans-serif";

    private final Markup out;

    Canvas(Markup out) {
        this.out = out;
    }

    /** Draws an outline; nothing where it is empty. */
    void path(PathData data, Paint paint) {
        if (!data.isEmpty()) {
            shape("path", paint, "d", data);
        }
    }

    void rectangle(double x, double y, double width, double height, Paint paint) {
        shape("rect", paint, "x", x, "y", y, "width", width, "height", height);
    }

    void ellipse(double x, double y, double horizontal, double vertical, Paint paint) {
        shape("ellipse", paint, "cx", x, "cy", y, "rx", horizontal, "ry", vertical);
    }

    /** Stretches a picture over a rectangle, its pixels sharp. */
    void pixels(double x, double y, double width, double height, byte[] png) {
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        List<Object> attributes = new ArrayList<>(List.of("x", x, "y", y, "width", width, "height", height));
        attributes.addAll(List.of("preserveAspectRatio", "none", "image-rendering", "pixelated", "href", data));
        out.empty("image", attributes.toArray());
    }

    private void shape(String element, Paint paint, Object... geometry) {
        List<Object> attributes = new ArrayList<>(List.of(geometry));
        attributes.addAll(List.of("fill", paint.fill()));
        if (!paint.fill().equals(Paint.NONE) && paint.fillOpacity() < 1) {
            attributes.addAll(List.of("fill-opacity", paint.fillOpacity()));
        }
        if (!paint.stroke().equals(Paint.NONE)) {
            attributes.addAll(List.of("stroke", paint.stroke(), "stroke-width", paint.width()));
            if (paint.strokeOpacity() < 1) {
                attributes.addAll(List.of("stroke-opacity", paint.strokeOpacity()));
            }
            if (!paint.dash().isEmpty()) {
                attributes.addAll(List.of("stroke-dasharray", paint.dash()));
            }
        }
        out.empty(element, attributes.toArray());
    }

    /**
     * Writes one line; raised digits are set as smaller ones above the base line, since many fonts draw the characters unevenly.
     *
     * @param text the words
     * @param x the anchor's place
     * @param y the base line
     * @param font how it is set
     */
    void text(String text, double x, double y, Font font) {
        List<Object> attributes = new ArrayList<>(List.of("x", x, "y", y, "font-size", font.size()));
        if (!font.anchor().equals("start")) {
            attributes.addAll(List.of("text-anchor", font.anchor()));
        }
        if (font.bold()) {
            attributes.addAll(List.of("font-weight", "bold"));
        }
        if (font.angle() != 0) {
            String place = Numbers.coordinate(font.angle()) + " " + Numbers.coordinate(x) + " " + Numbers.coordinate(y);
            attributes.addAll(List.of("transform", "rotate(" + place + ")"));
        }
        out.open("text", attributes.toArray());
        double raisedBy = 0;
        for (Superscripts.Run run : Superscripts.runs(text)) {
            double by = run.raised() ? font.size() * Lettering.RAISED_BY : 0;
            double size = run.raised() ? font.size() * Lettering.RAISED_SIZE : font.size();
            if (by == raisedBy) {
                out.text(run.text());
            } else {
                out.leaf("tspan", run.text(), "dy", raisedBy - by, "font-size", size);
            }
            raisedBy = by;
        }
        out.close();
    }

    /** Defines an area that hides what is drawn beyond it. */
    void clip(String id, Plot plot) {
        out.open("clipPath", "id", id);
        out.empty("rect", "x", plot.left(), "y", plot.top(), "width", plot.width(), "height", plot.height());
        out.close();
    }

    /** Draws within such an area. */
    void within(String id, Runnable drawing) {
        out.open("g", "clip-path", "url(#" + id + ")");
        drawing.run();
        out.close();
    }

    /** Defines the hatchings that were used. */
    void define(Patterns patterns) {
        patterns.write(out);
    }
}
