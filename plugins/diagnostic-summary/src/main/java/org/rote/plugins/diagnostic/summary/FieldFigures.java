package org.rote.plugins.diagnostic.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rote.numerics.CentralSection;
import org.rote.spi.Axis;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Space;

/**
 * The pictures of a real field: images where it has two axes, images of three central sections where it has three, a curve with its band where it has one, none otherwise. All images of one
 * quantity have one colour scale, that of the whole field.
 */
final class FieldFigures {

    /** Of a field's range: what draws that are kept in single precision are off by. */
    private static final double ROUNDING = 1e-4;

    private final FieldSummary shown;
    private final Space space;
    private final double lowest;
    private final double highest;
    private final boolean signed;

    private FieldFigures(FieldSummary shown) {
        this.shown = shown;
        this.space = shown.space();
        // one colour scale for every field of the quantity: that of the truth, or of the draws
        double[] range = shown.truth()
                .orElse(shown.draws().isEmpty() ? shown.mean() : shown.draws().get(0));
        double least = Math.min(Fields.min(range, 0), Fields.min(shown.mean(), 0));
        double most = Math.max(Fields.max(range, 1), Fields.max(shown.mean(), 1));
        // what takes both signs, a perturbation or a field around zero, is seen best around a light zero
        this.signed = least < 0 && most > 0;
        double reach = Math.max(-least, most);
        this.lowest = signed ? -reach : least;
        this.highest = signed ? reach : most;
    }

    static List<Figure> of(FieldSummary summary) {
        Space space = summary.space();
        if (space.element().doubles() > 1) {
            return List.of();
        }
        FieldFigures figures = new FieldFigures(summary.pictured());
        return switch (space.axes().size()) {
            case 1 -> List.of(figures.curve());
            default -> figures.images();
        };
    }

    private List<Figure> images() {
        List<CentralSection> sections = CentralSection.of(space);
        List<Figure> figures = new ArrayList<>();
        sections.forEach(section -> figures.add(summary(section)));
        if (shown.deviation().isPresent() && !shown.draws().isEmpty()) {
            sections.forEach(section -> figures.add(draws(section)));
        }
        shown.nearest().ifPresent(model -> sections.forEach(section -> figures.add(nearest(section, model))));
        return figures;
    }

    private Figure summary(CentralSection section) {
        List<Panel> panels = new ArrayList<>();
        shown.truth().ifPresent(field -> panels.add(field(section, "truth", field)));
        panels.add(field(section, name(), shown.mean()));
        shown.deviation().ifPresent(field -> panels.add(spread(section, field)));
        shown.truth()
                .ifPresent(field ->
                        panels.add(difference(section, shortName() + " − truth", Fields.minus(shown.mean(), field))));
        return placed(
                section,
                figure(
                        "Where the standard deviation is small and the difference to the truth is not, the posterior is overconfident.",
                        panels));
    }

    /** With the name of the section, where it is not the whole of the field. */
    private static Figure placed(CentralSection section, Figure figure) {
        return section.name().isEmpty()
                ? figure
                : new Figure(
                        figure.name() + "-" + section.name(),
                        figure.title() + ", " + section.place(),
                        figure.caption(),
                        figure.panels());
    }

    private String name() {
        return shown.deviation().isPresent() ? "posterior mean" : "estimate";
    }

    private String shortName() {
        return shown.deviation().isPresent() ? "mean" : "estimate";
    }

    /** The first figure; of an estimate it has a name of its own, so that it does not stand among those that have a spread. */
    private Figure figure(String caption, List<Panel> panels) {
        return shown.deviation().isPresent()
                ? new Figure("summary", "Posterior mean and spread", caption, panels)
                : new Figure(
                        "estimate",
                        "Estimate",
                        "One model and nothing about its uncertainty: how far others explain the data as well is not seen here.",
                        panels);
    }

    private Figure draws(CentralSection section) {
        List<Panel> panels = new ArrayList<>();
        shown.truth().ifPresent(field -> panels.add(field(section, "truth", field)));
        for (int k = 0; k < shown.draws().size(); k++) {
            panels.add(field(section, "draw " + (k + 1), shown.draws().get(k)));
        }
        String beside = shown.truth().isPresent() ? " beside the truth" : "";
        return placed(
                section,
                new Figure(
                        "draws",
                        "Draws",
                        "The first draws from the posterior" + beside
                                + ". What they have in common the data or the prior determine; draws that are all alike leave no doubt, rightly or not.",
                        panels));
    }

    private Figure nearest(CentralSection section, double[] model) {
        return placed(
                section,
                new Figure(
                        "nearest",
                        "Nearest training model",
                        "The training model nearest to the " + name()
                                + ", and what that has beyond it. Nothing beyond it means that the answer is a lookup.",
                        List.of(
                                field(section, name(), shown.mean()),
                                field(section, "nearest training model", model),
                                difference(section, shortName() + " − nearest", Fields.minus(shown.mean(), model)))));
    }

    private Panel field(CentralSection section, String title, double[] values) {
        return Maps.panel(
                title,
                List.of(section.horizontal(), section.vertical()),
                section.of(values),
                space.quantity(),
                space.unit(),
                signed ? ColorMap.DIVERGING : ColorMap.SEQUENTIAL,
                OptionalDouble.of(lowest),
                OptionalDouble.of(highest));
    }

    private Panel difference(CentralSection section, String title, double[] values) {
        double largest = Math.max(Math.abs(Fields.min(values, 0)), Math.abs(Fields.max(values, 0)));
        // rounding is shown as nothing, not stretched to full colour
        double end = Math.max(Math.max(largest, ROUNDING * (highest - lowest)), Double.MIN_NORMAL);
        return Maps.panel(
                title,
                List.of(section.horizontal(), section.vertical()),
                section.of(values),
                "difference in " + space.quantity(),
                space.unit(),
                ColorMap.DIVERGING,
                OptionalDouble.of(-end),
                OptionalDouble.of(end));
    }

    private Panel spread(CentralSection section, double[] values) {
        // where nothing varies, a scale of the field's own range shows it as nothing
        double most = Fields.max(values, 0);
        double top = most > 0 ? most : Math.max(highest - lowest, Double.MIN_NORMAL);
        return Maps.panel(
                "posterior standard deviation",
                List.of(section.horizontal(), section.vertical()),
                section.of(values),
                space.quantity(),
                space.unit(),
                ColorMap.MAGNITUDE,
                OptionalDouble.of(0),
                OptionalDouble.of(top));
    }

    private Figure curve() {
        Axis axis = space.axes().get(0);
        double[] mean = shown.mean();
        double[] x = new double[axis.count()];
        Arrays.setAll(x, axis::at);
        List<Layer> layers = new ArrayList<>();
        shown.deviation().ifPresent(deviation -> layers.add(band(x, mean, deviation)));
        layers.add(new Line(name(), Role.APPROXIMATE, x, mean));
        shown.nearest().ifPresent(model -> layers.add(new Line("nearest training model", Role.TRAINING, x, model)));
        shown.truth().ifPresent(field -> layers.add(new Line("truth", Role.TRUTH, x, field)));
        Panel panel = new Panel(
                "", Scale.linear(axis.name(), axis.unit()), Scale.linear(space.quantity(), space.unit()), layers);
        return figure("The band is two standard deviations wide on either side.", List.of(panel));
    }

    private static Band band(double[] x, double[] mean, double[] deviation) {
        double[] lower = new double[x.length];
        double[] upper = new double[x.length];
        Arrays.setAll(lower, i -> mean[i] - 2 * deviation[i]);
        Arrays.setAll(upper, i -> mean[i] + 2 * deviation[i]);
        return new Band("mean ± 2 standard deviations", Role.APPROXIMATE, x, lower, upper);
    }
}
