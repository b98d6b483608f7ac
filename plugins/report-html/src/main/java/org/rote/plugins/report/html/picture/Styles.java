package org.rote.plugins.report.html.picture;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Contours;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;

/**
 * The styles of a figure's layers. A role looks the same in every picture of a report; two labels of one role differ in dash and marker; series take turns.
 */
final class Styles {

    private static final String BLACK = "#000000";
    private static final String BLUE = "#0072b2";
    private static final String VERMILLION = "#d55e00";
    private static final String GREEN = "#009e73";
    private static final String PURPLE = "#cc79a7";
    private static final String ORANGE = "#e69f00";
    private static final String SKY = "#56b4e9";
    private static final String GREY = "#4d4d4d";

    private static final List<String> DASHES =
            List.of("", "7 3", "2 2", "9 2.5 2 2.5", "12 4", "5 2 1.5 2 1.5 2", "1 3");
    private static final List<Marker> MARKERS = List.of(
            Marker.CIRCLE,
            Marker.SQUARE,
            Marker.TRIANGLE,
            Marker.DIAMOND,
            Marker.TRIANGLE_DOWN,
            Marker.CROSS,
            Marker.PLUS,
            Marker.STAR);
    private static final List<String> SERIES = List.of(BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY, BLACK);
    /** What a layer is called and stands for. */
    record Key(String label, Role role) {}

    private final IdentityHashMap<Layer, Style> styles = new IdentityHashMap<>();
    private final Map<Key, Style> assigned = new HashMap<>();

    private final boolean severalSeries;

    private Styles(boolean severalSeries) {
        this.severalSeries = severalSeries;
    }

    static Styles of(Figure figure) {
        long series = figure.panels().stream()
                .flatMap(panel -> panel.layers().stream())
                .filter(layer -> !(layer instanceof Figure.Image))
                .map(Styles::key)
                .filter(key -> key.role() == Role.SERIES && !key.label().isEmpty())
                .distinct()
                .count();
        Styles styles = new Styles(series > 1);
        for (Panel panel : figure.panels()) {
            Key before = new Key("", Role.SERIES);
            for (Layer layer : panel.layers()) {
                if (!(layer instanceof Figure.Image)) {
                    Key key = key(layer);
                    boolean follows = key.label().isEmpty() && key.role() == Role.SERIES;
                    before = follows || key.role() != Role.SERIES ? before : key;
                    styles.styles.put(layer, styles.assign(follows ? before : key));
                }
            }
        }
        return styles;
    }

    private Style assign(Key key) {
        Style known = assigned.get(key);
        if (known != null) {
            return known;
        }
        int turn = (int) assigned.keySet().stream()
                .filter(other -> other.role() == key.role())
                .count();
        Style next = switch (key.role()) {
            case PRIOR -> variant(new Style(BLUE, "7 3", 1.5, Marker.CIRCLE, false, false), turn);
            case LIKELIHOOD -> variant(new Style(GREEN, "2 2", 1.7, Marker.DIAMOND, false, false), turn);
            case EXACT -> variant(new Style(BLACK, "", 1.7, Marker.CIRCLE, true, false), turn);
            case APPROXIMATE -> variant(new Style(VERMILLION, "9 2.5 2 2.5", 1.7, Marker.SQUARE, true, false), turn);
            case TRAINING -> variant(new Style(GREY, "", 1, Marker.TRIANGLE, true, false), turn);
            case TRUTH -> variant(new Style(PURPLE, "5 2 1.5 2 1.5 2", 1.9, Marker.STAR, true, false), turn);
            case SERIES -> series(turn, severalSeries);
        };
        assigned.put(key, next);
        return next;
    }

    private static Style series(int turn, boolean marked) {
        // 7 colours with 7 dashes, shifted by one dash in each round
        int dash = (turn + turn / SERIES.size()) % DASHES.size();
        return new Style(
                SERIES.get(turn % SERIES.size()),
                DASHES.get(dash),
                1.5,
                MARKERS.get(dash),
                turn / SERIES.size() % 2 == 0,
                marked);
    }

    private static Style variant(Style first, int turn) {
        if (turn == 0) {
            return first;
        }
        String dash = DASHES.get((DASHES.indexOf(first.dash()) + turn) % DASHES.size());
        Marker marker = MARKERS.get((MARKERS.indexOf(first.marker()) + turn) % MARKERS.size());
        return new Style(first.color(), dash, first.width(), marker, first.filled(), first.marked());
    }

    /** The style of a layer of the figure that is not an image. */
    Style of(Layer layer) {
        Style style = styles.get(layer);
        if (style == null) {
            throw new IllegalArgumentException("layer without a style: " + layer.label());
        }
        return style;
    }

    /** Label and role of a layer that is not an image. */
    static Key key(Layer layer) {
        return new Key(layer.label(), role(layer));
    }

    private static Role role(Layer layer) {
        if (layer instanceof Line line) {
            return line.role();
        } else if (layer instanceof Band band) {
            return band.role();
        } else if (layer instanceof Points points) {
            return points.role();
        } else if (layer instanceof Bars bars) {
            return bars.role();
        } else if (layer instanceof Rule rule) {
            return rule.role();
        } else if (layer instanceof Ellipses ellipses) {
            return ellipses.role();
        } else if (layer instanceof Contours contours) {
            return contours.role();
        }
        throw new IllegalArgumentException("layer without a role: " + layer);
    }
}
