package org.rote.plugins.report.html.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;

/** The names of a figure's layers, once each, in rows under the panels. Layers of one name and role share an entry. */
final class Legend {

    private static final double SWATCH = 28;
    private static final double GAP = 6;
    private static final double BETWEEN = 18;
    private static final double ROW = 17;
    private static final double AIR = 10;

    /** A layer and the panel it is in. */
    private record Member(Panel panel, Layer layer) {}

    /**
     * An entry with its place.
     *
     * @param members what to show in the swatch
     * @param label the words
     * @param x left edge
     * @param y middle of the line
     */
    private record Entry(List<Member> members, String label, double x, double y) {}

    private final List<Entry> entries = new ArrayList<>();
    private final double height;

    /**
     * Places the entries.
     *
     * @param figure whose layers to name
     * @param width room for a row, in pixels
     */
    Legend(Figure figure, double width) {
        double x = AIR;
        double y = ROW / 2 + 2;
        for (Map.Entry<Styles.Key, List<Member>> named : members(figure).entrySet()) {
            String label = Lettering.cut(named.getKey().label(), Font.LABEL.size(), width - SWATCH - GAP - 2 * AIR);
            double room = SWATCH + GAP + Lettering.width(label, Font.LABEL.size());
            if (x > AIR && x + room > width - AIR) {
                x = AIR;
                y += ROW;
            }
            entries.add(new Entry(named.getValue(), label, x, y));
            x += room + BETWEEN;
        }
        height = entries.isEmpty() ? 0 : y + ROW / 2 + 4;
    }

    private static Map<Styles.Key, List<Member>> members(Figure figure) {
        Map<Styles.Key, List<Member>> named = new LinkedHashMap<>();
        for (Panel panel : figure.panels()) {
            for (Layer layer : panel.layers()) {
                if (!layer.label().isEmpty() && !(layer instanceof Image)) {
                    named.computeIfAbsent(Styles.key(layer), key -> new ArrayList<>())
                            .add(new Member(panel, layer));
                }
            }
        }
        return named;
    }

    double height() {
        return height;
    }

    void paint(Canvas canvas, double top, Styles styles, Patterns patterns) {
        for (Entry entry : entries) {
            double y = top + entry.y();
            List<Class<?>> shown = new ArrayList<>();
            for (Member member : entry.members()) {
                if (!shown.contains(member.layer().getClass())) {
                    shown.add(member.layer().getClass());
                    swatch(canvas, member, entry.x(), y, styles.of(member.layer()), patterns);
                }
            }
            canvas.text(entry.label(), entry.x() + SWATCH + GAP, Font.LABEL.base(y), Font.LABEL);
        }
    }

    private static void swatch(Canvas canvas, Member member, double x, double y, Style style, Patterns patterns) {
        Layer layer = member.layer();
        double middle = x + SWATCH / 2;
        PathData path = new PathData();
        if (layer instanceof Points) {
            style.marker().draw(path, middle, y, PointPainter.RADIUS);
            canvas.path(path, style.point());
        } else if (layer instanceof Ellipses) {
            canvas.ellipse(middle, y, SWATCH / 2 - 1, 5, style.line().filled(style.color(), 0.15));
        } else if (layer instanceof Band) {
            canvas.rectangle(x, y - 5, SWATCH, 10, style.band());
        } else if (layer instanceof Bars) {
            String fill = patterns.fill(style.color(), Patterns.turn(member.panel(), layer));
            canvas.rectangle(x + 6, y - 5, SWATCH - 12, 10, Paint.area(fill, 1).outlined(style.color(), 1));
        } else {
            canvas.path(path.moveTo(x, y).across(SWATCH), style.line());
            if (layer instanceof Line line && CurvePainter.isMarked(line, style)) {
                PathData marker = new PathData();
                style.marker().draw(marker, middle, y, CurvePainter.RADIUS);
                canvas.path(marker, style.point());
            }
        }
    }
}
