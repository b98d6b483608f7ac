package org.rote.plugins.diagnostic.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rote.spi.Axis;
import org.rote.spi.Figure;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Space;

/** Observed data beside those that the posterior mean predicts: images of the last two axes, and curves along the last one where data are complex or have one axis. */
final class DataFigures {

    /** The residual's colours reach at least this many standard deviations, so that noise does not look like signal. */
    private static final double LEAST_RESIDUAL = 3;

    private final DataFit fit;
    private final Space space;
    private final String model;

    private DataFigures(DataFit fit, String model) {
        this.fit = fit;
        this.model = model;
        this.space = fit.space();
    }

    /**
     * The figures.
     *
     * @param fit data and prediction
     * @param model what the prediction is of: {@code mean}, {@code estimate}
     */
    static List<Figure> of(DataFit fit, String model) {
        List<Axis> axes = fit.space().axes();
        boolean complex = fit.space().element().doubles() == 2;
        if (axes.isEmpty() || axes.get(axes.size() - 1).count() < 2) {
            return List.of();
        }
        DataFigures figures = new DataFigures(fit, model);
        List<Figure> all = new ArrayList<>();
        boolean wide = axes.size() > 1 && axes.get(axes.size() - 2).count() > 1;
        if (wide) {
            all.add(figures.images());
        }
        if (complex || !wide) {
            all.add(figures.curves());
        }
        return all;
    }

    private Figure images() {
        DataSlice slice = DataSlice.last(space, 2);
        double[] observed = slice.real(fit.observed());
        double[] residual = slice.real(fit.standardized().orElseGet(fit::residual));
        boolean weighted = fit.standardized().isPresent();
        double largest = largest(residual);
        double end = weighted ? Math.max(LEAST_RESIDUAL, largest) : Math.max(largest, Double.MIN_NORMAL);
        return new Figure(
                "data",
                "Observed and predicted data",
                sentence(slice)
                        + "A residual that is noise has no pattern and few values beyond two standard deviations; a pattern is what the "
                        + model + " does not explain.",
                List.of(
                        image("observed", slice, observed, observed),
                        image("predicted by the " + model, slice, slice.real(fit.predicted()), observed),
                        Maps.panel(
                                "observed − predicted",
                                slice.axes(),
                                residual,
                                weighted ? "residual over noise level" : "residual",
                                weighted ? "1" : space.unit(),
                                ColorMap.DIVERGING,
                                OptionalDouble.of(-end),
                                OptionalDouble.of(end))));
    }

    /** On the colour scale of the observed data. */
    private Panel image(String title, DataSlice slice, double[] values, double[] observed) {
        boolean signed = Fields.min(observed, 0) < 0;
        double end = largest(observed);
        return Maps.panel(
                title,
                slice.axes(),
                values,
                part(),
                space.unit(),
                signed ? ColorMap.DIVERGING : ColorMap.SEQUENTIAL,
                OptionalDouble.of(signed ? -end : Fields.min(observed, 0)),
                OptionalDouble.of(signed ? end : Fields.max(observed, 1)));
    }

    private Figure curves() {
        DataSlice slice = DataSlice.last(space, 1);
        List<Panel> panels = new ArrayList<>();
        panels.add(curve(part(), slice, slice.real(fit.observed()), slice.real(fit.predicted())));
        if (space.element().doubles() == 2) {
            panels.add(curve(
                    "amplitude of " + space.quantity(),
                    slice,
                    slice.amplitude(fit.observed()),
                    slice.amplitude(fit.predicted())));
        }
        fit.standardized().ifPresent(shares -> panels.add(residual(slice, slice.real(shares))));
        return new Figure(
                "data-curve",
                "Data along the " + slice.axes().get(0).name() + " axis",
                sentence(slice) + "Points are the data, the line is what the " + model
                        + " predicts; of the residuals two thirds should lie between the rules.",
                panels);
    }

    private Panel curve(String label, DataSlice slice, double[] observed, double[] predicted) {
        Axis axis = slice.axes().get(0);
        double[] x = positions(axis);
        List<Layer> layers = List.of(
                new Points("observed", Role.TRUTH, x, observed),
                new Line("predicted by the " + model, Role.APPROXIMATE, x, predicted));
        return new Panel("", Scale.linear(axis.name(), axis.unit()), Scale.linear(label, space.unit()), layers);
    }

    private static Panel residual(DataSlice slice, double[] shares) {
        Axis axis = slice.axes().get(0);
        List<Layer> layers = List.of(
                new Rule("", Role.SERIES, false, -1),
                new Rule("", Role.SERIES, false, 1),
                new Points("residual", Role.APPROXIMATE, positions(axis), shares));
        return new Panel(
                "", Scale.linear(axis.name(), axis.unit()), Scale.linear("residual over noise level", "1"), layers);
    }

    private String part() {
        return space.element().doubles() == 2 ? "real part of " + space.quantity() : space.quantity();
    }

    private static String sentence(DataSlice slice) {
        return slice.place().isEmpty() ? "" : "Shown at " + slice.place() + ". ";
    }

    private static double[] positions(Axis axis) {
        double[] x = new double[axis.count()];
        Arrays.setAll(x, axis::at);
        return x;
    }

    private static double largest(double[] values) {
        return Math.max(Math.abs(Fields.min(values, 0)), Math.abs(Fields.max(values, 0)));
    }
}
