package org.rote.plugins.report.html.picture;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rote.plugins.report.html.text.Markup;
import org.rote.plugins.report.html.text.Units;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Panel;

/**
 * A {@link Figure} as SVG, the same whether it stands by itself or in a page: it needs no style sheet, no script and no other file.
 *
 * <p>Panels stand in rows under their titles, one legend under all of them. Maps whose axes have one unit have equal aspect; fields are embedded as PNG; curves are
 * thinned to what the pixels can show. Readers that do not see get the title, the caption and what each panel shows.
 */
public final class Picture {

    /** Room for a legend under a narrow panel. */
    private static final double NARROWEST = 240;

    private Picture() {}

    /**
     * Draws a figure.
     *
     * @param figure what to draw
     * @param id prefix of the names inside the picture; unique within a page
     * @return an {@code svg} element
     */
    public static String svg(Figure figure, String id) {
        List<PanelPlan> plans = figure.panels().stream()
                .map(panel -> PanelPlan.of(panel, figure.panels()))
                .toList();
        Arrangement arrangement = Arrangement.of(plans);
        double width = Math.ceil(Math.max(NARROWEST, arrangement.width()));
        Legend legend = new Legend(figure, width);
        double height = Math.ceil(arrangement.height() + legend.height());
        Styles styles = Styles.of(figure);
        Patterns patterns = new Patterns(id);

        StringWriter text = new StringWriter();
        Markup out = new Markup(text);
        Canvas canvas = new Canvas(out);
        open(out, figure, id, width, height);
        canvas.rectangle(0, 0, width, height, Paint.area("#fff", 1));
        for (int i = 0; i < plans.size(); i++) {
            new PanelPainter(canvas, arrangement.places().get(i), styles, patterns).paint(id + "-plot-" + i);
            out.line();
        }
        legend.paint(canvas, arrangement.height(), styles, patterns);
        canvas.define(patterns);
        out.close().end();
        return text.toString();
    }

    private static void open(Markup out, Figure figure, String id, double width, double height) {
        String box = "0 0 " + (long) width + " " + (long) height;
        String words = id + "-title " + id + "-words";
        Object[] frame = {"xmlns", "http://www.w3.org/2000/svg", "width", width, "height", height, "viewBox", box};
        Object[] looks = {"font-family", Canvas.FAMILY, "fill", "#1a1a1a", "role", "img", "aria-labelledby", words};
        out.open("svg", Stream.of(frame, looks).flatMap(Stream::of).toArray());
        out.leaf("title", figure.title(), "id", id + "-title");
        out.leaf("desc", words(figure), "id", id + "-words");
    }

    private static String words(Figure figure) {
        return figure.caption() + figure.panels().stream().map(Picture::words).collect(Collectors.joining());
    }

    private static String words(Panel panel) {
        String layers = panel.layers().stream()
                .map(Layer::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        String title = panel.title().isEmpty() ? "" : " " + panel.title();
        String axes = Units.labelled(panel.y().label(), panel.y().unit()) + " against "
                + Units.labelled(panel.x().label(), panel.x().unit());
        return " Panel" + title + ": " + (layers.isEmpty() ? "data" : layers) + "; " + axes + ".";
    }
}
