package org.rote.plugins.report.html.picture;

import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Contours;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Rule;

/**
 * What the axes of a panel must span to show all of its layers.
 *
 * @param x the horizontal span
 * @param y the vertical span
 * @param categories the names under the bars; empty where there are none
 * @param empty whether there is nothing to show
 */
record Extents(Span x, Span y, List<String> categories, boolean empty) {

    private static final double PADDING = 0.05;
    /** An ellipse of one standard deviation and some air. */
    private static final double DEVIATIONS = 1.15;

    static Extents of(Panel panel) {
        List<String> categories = categories(panel);
        Reach across = new Reach(panel.x().logarithmic());
        panel.layers().forEach(layer -> horizontal(layer, categories, across));
        boolean points = panel.layers().stream().anyMatch(l -> l instanceof Points || l instanceof Ellipses);
        boolean others = panel.layers().stream()
                .anyMatch(l -> l instanceof Line || l instanceof Band || l instanceof Bars || isGrid(l));
        Span x = across.span(panel.x(), points && !others ? PADDING : 0);
        Reach along = new Reach(panel.y().logarithmic());
        panel.layers().forEach(layer -> vertical(layer, x, along));
        boolean grid = panel.layers().stream().anyMatch(Extents::isGrid);
        boolean empty = across.isEmpty() || along.isEmpty();
        return new Extents(x, along.span(panel.y(), grid ? 0 : PADDING), categories, empty);
    }

    /** Whether the panel is a map, or stands beside a map of the same axes: a unit of one axis compares with a unit of the other. */
    static boolean isMap(Panel panel, List<Panel> figure) {
        return figure.stream()
                .filter(other -> other.x().label().equals(panel.x().label())
                        && other.y().label().equals(panel.y().label()))
                .flatMap(other -> other.layers().stream())
                .anyMatch(layer -> isGrid(layer) || layer instanceof Ellipses);
    }

    private static boolean isGrid(Layer layer) {
        return layer instanceof Image || layer instanceof Contours;
    }

    /** All names in the order of their first bar; names of one layer, or of layers that agree, are kept even where they repeat. */
    private static List<String> categories(Panel panel) {
        List<List<String>> named = panel.layers().stream()
                .filter(Bars.class::isInstance)
                .map(layer -> ((Bars) layer).categories())
                .distinct()
                .toList();
        return named.size() == 1
                ? named.get(0)
                : named.stream().flatMap(List::stream).distinct().toList();
    }

    private static void horizontal(Layer layer, List<String> categories, Reach reach) {
        if (layer instanceof Line line) {
            reach.include(line.x());
        } else if (layer instanceof Band band) {
            reach.include(band.x());
        } else if (layer instanceof Points points) {
            reach.include(points.x());
        } else if (layer instanceof Bars) {
            reach.include(-0.5);
            reach.include(categories.size() - 0.5);
        } else if (layer instanceof Rule rule && rule.vertical()) {
            reach.include(rule.at());
        } else if (layer instanceof Ellipses ellipses) {
            deviations(ellipses, 0, reach);
        } else if (layer instanceof Image image) {
            edges(image.field().horizontal(), reach);
        } else if (layer instanceof Contours contours) {
            centres(contours.field().horizontal(), reach);
        }
    }

    private static void vertical(Layer layer, Span x, Reach reach) {
        if (layer instanceof Line line) {
            reach.includeWithin(x, line.x(), line.y());
        } else if (layer instanceof Band band) {
            reach.includeWithin(x, band.x(), band.lower());
            reach.includeWithin(x, band.x(), band.upper());
        } else if (layer instanceof Points points) {
            reach.includeWithin(x, points.x(), points.y());
        } else if (layer instanceof Bars bars) {
            reach.include(0);
            reach.include(bars.heights());
        } else if (layer instanceof Rule rule && !rule.vertical()) {
            reach.include(rule.at());
        } else if (layer instanceof Ellipses ellipses) {
            deviations(ellipses, 1, reach);
        } else if (layer instanceof Image image) {
            edges(image.field().vertical(), reach);
        } else if (layer instanceof Contours contours) {
            centres(contours.field().vertical(), reach);
        }
    }

    private static void deviations(Ellipses ellipses, int axis, Reach reach) {
        double[] means = ellipses.means();
        for (int n = 0; n < means.length / 2; n++) {
            double deviation = DEVIATIONS * Math.sqrt(ellipses.covariances()[4 * n + 3 * axis]);
            reach.include(means[2 * n + axis] - deviation);
            reach.include(means[2 * n + axis] + deviation);
        }
    }

    /** The edges of the outer cells. */
    static double[] edges(Axis axis) {
        return new double[] {axis.at(0) - axis.step() / 2, axis.at(axis.count() - 1) + axis.step() / 2};
    }

    private static void edges(Axis axis, Reach reach) {
        // on a logarithmic axis the first cell may begin below zero; its centre does not
        centres(axis, reach);
        reach.include(edges(axis));
    }

    private static void centres(Axis axis, Reach reach) {
        reach.include(axis.at(0));
        reach.include(axis.at(axis.count() - 1));
    }
}
