package org.rote.plugins.diagnostic.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rote.spi.Axis;
import org.rote.spi.Case;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Space;

/** The pictures of a real field: images where it has two axes, a curve with its band where it has one, none otherwise. */
final class FieldFigures {

    private final Space space;
    private final Optional<double[]> truth;
    private final double[] mean;
    private final double[] deviation;
    private final List<double[]> draws;
    private final Optional<double[]> nearest;
    private final double lowest;
    private final double highest;

    private FieldFigures(
            Case subject, double[] mean, double[] deviation, List<double[]> draws, Optional<double[]> nearest) {
        this.space = subject.posterior().space();
        this.truth = subject.truth();
        this.mean = mean;
        this.deviation = deviation;
        this.draws = draws;
        this.nearest = nearest;
        // one colour scale for every field of the quantity: that of the truth, or of the draws
        double[] range = truth.orElse(draws.isEmpty() ? mean : draws.get(0));
        this.lowest = Math.min(min(range), min(mean));
        this.highest = Math.max(max(range), max(mean));
    }

    static List<Figure> of(
            Case subject, double[] mean, double[] deviation, List<double[]> draws, Optional<double[]> nearest) {
        FieldFigures figures = new FieldFigures(subject, mean, deviation, draws, nearest);
        Space space = subject.posterior().space();
        if (space.element().doubles() > 1) {
            return List.of();
        }
        return switch (space.axes().size()) {
            case 1 -> List.of(figures.curve());
            case 2 -> figures.images();
            default -> List.of();
        };
    }

    private List<Figure> images() {
        List<Figure> figures = new ArrayList<>();
        List<Panel> summary = new ArrayList<>();
        truth.ifPresent(field -> summary.add(field("truth", field)));
        summary.add(field("posterior mean", mean));
        summary.add(spread(deviation));
        truth.ifPresent(field -> summary.add(difference("mean − truth", PosteriorSummary.minus(mean, field))));
        figures.add(new Figure(
                "summary",
                "Posterior mean and spread",
                "Where the standard deviation is small and the difference to the truth is not, the posterior is overconfident.",
                summary));
        if (!draws.isEmpty()) {
            List<Panel> panels = new ArrayList<>();
            for (int k = 0; k < draws.size(); k++) {
                panels.add(field("draw " + (k + 1), draws.get(k)));
            }
            figures.add(new Figure("draws", "Draws", "The first draws from the posterior.", panels));
        }
        nearest.ifPresent(model -> figures.add(new Figure(
                "nearest",
                "Nearest training model",
                "The training model nearest to the posterior mean, and what the mean has beyond it. Nothing beyond it means that the posterior is a lookup.",
                List.of(
                        field("posterior mean", mean),
                        field("nearest training model", model),
                        difference("mean − nearest", PosteriorSummary.minus(mean, model))))));
        return figures;
    }

    private Panel field(String title, double[] values) {
        Axis horizontal = space.axes().get(0);
        Axis vertical = space.axes().get(1);
        return imagePanel(
                title,
                new Image(
                        space.quantity(),
                        space.unit(),
                        new Grid(horizontal, vertical, values),
                        ColorMap.SEQUENTIAL,
                        OptionalDouble.of(lowest),
                        OptionalDouble.of(highest)));
    }

    private Panel difference(String title, double[] values) {
        return panel(
                title,
                "difference in " + space.quantity(),
                values,
                ColorMap.DIVERGING,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private Panel spread(double[] values) {
        // where nothing varies, a scale of the field's own range shows it as nothing
        double top = max(values) > 0 ? max(values) : Math.max(highest - lowest, Double.MIN_NORMAL);
        return panel(
                "posterior standard deviation",
                space.quantity(),
                values,
                ColorMap.MAGNITUDE,
                OptionalDouble.of(0),
                OptionalDouble.of(top));
    }

    private Panel panel(
            String title, String label, double[] values, ColorMap map, OptionalDouble from, OptionalDouble to) {
        Grid field = new Grid(space.axes().get(0), space.axes().get(1), values);
        return imagePanel(title, new Image(label, space.unit(), field, map, from, to));
    }

    private static Panel imagePanel(String title, Image image) {
        Axis horizontal = image.field().horizontal();
        Axis vertical = image.field().vertical();
        Scale down = vertical.name().equals("z")
                ? Scale.depth(vertical.name(), vertical.unit())
                : Scale.linear(vertical.name(), vertical.unit());
        return new Panel(title, Scale.linear(horizontal.name(), horizontal.unit()), down, List.of(image));
    }

    private Figure curve() {
        Axis axis = space.axes().get(0);
        double[] x = new double[axis.count()];
        Arrays.setAll(x, axis::at);
        double[] lower = new double[x.length];
        double[] upper = new double[x.length];
        Arrays.setAll(lower, i -> mean[i] - 2 * deviation[i]);
        Arrays.setAll(upper, i -> mean[i] + 2 * deviation[i]);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Band("mean ± 2 standard deviations", Role.APPROXIMATE, x, lower, upper));
        layers.add(new Line("posterior mean", Role.APPROXIMATE, x, mean));
        nearest.ifPresent(model -> layers.add(new Line("nearest training model", Role.TRAINING, x, model)));
        truth.ifPresent(field -> layers.add(new Line("truth", Role.TRUTH, x, field)));
        Panel panel = new Panel(
                "", Scale.linear(axis.name(), axis.unit()), Scale.linear(space.quantity(), space.unit()), layers);
        return new Figure(
                "summary",
                "Posterior mean and spread",
                "The band is two standard deviations wide on either side.",
                List.of(panel));
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(1);
    }
}
