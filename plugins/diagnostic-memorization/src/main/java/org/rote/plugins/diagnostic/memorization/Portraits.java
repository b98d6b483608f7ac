package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Case;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

/** Models beside each other, on one scale: images of two axes, curves along one. Slowness and squared slowness are shown as velocity, and what is no speed of a wave as nothing. */
final class Portraits {

    private static final int FEWEST_VALUES = 3;

    private final Space space;
    private final List<Portrait> shown = new ArrayList<>();

    private record Portrait(String title, Role role, double[] values) {}

    /** Of models of a case. */
    Portraits(Case subject) {
        this.space = subject.parameterization()
                .map(Parameterization::range)
                .orElse(subject.posterior().space());
    }

    /** Whether such models can be shown. */
    boolean arePossible() {
        return space.element().doubles() == 1
                && (space.axes().size() == 2 || space.axes().size() == 1 && space.size() >= FEWEST_VALUES);
    }

    /** One more model. */
    void add(String title, Role role, double[] model) {
        shown.add(new Portrait(title, role, converted(model)));
    }

    private double[] converted(double[] model) {
        return WaveSpeed.of(space)
                .filter(speed -> speed != WaveSpeed.VELOCITY)
                .map(speed -> Arrays.stream(model)
                        .map(value -> value > 0 ? speed.convert(value, WaveSpeed.VELOCITY) : Double.NaN)
                        .toArray())
                .orElse(model);
    }

    private Space pictured() {
        return WaveSpeed.of(space).isPresent() ? WaveSpeed.VELOCITY.in(space) : space;
    }

    /** What the figure of the models is made of. */
    List<Panel> panels() {
        return space.axes().size() == 1 ? List.of(curves()) : images();
    }

    private List<Panel> images() {
        double[] finite = shown.stream()
                .flatMapToDouble(one -> Arrays.stream(one.values()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        OptionalDouble lowest = finite.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(finite[0]);
        OptionalDouble highest =
                finite.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(finite[finite.length - 1]);
        return shown.stream().map(one -> image(one, lowest, highest)).toList();
    }

    private Panel image(Portrait one, OptionalDouble lowest, OptionalDouble highest) {
        Axis x = space.axes().get(0);
        Axis z = space.axes().get(1);
        return new Panel(
                one.title(),
                Scale.linear(x.name(), x.unit()),
                z.name().equals("z") ? Scale.depth(z.name(), z.unit()) : Scale.linear(z.name(), z.unit()),
                List.of(new Image(
                        pictured().quantity(),
                        pictured().unit(),
                        new Grid(x, z, one.values()),
                        ColorMap.SEQUENTIAL,
                        lowest,
                        highest)));
    }

    private Panel curves() {
        Axis axis = space.axes().get(0);
        double[] at = new double[axis.count()];
        Arrays.setAll(at, axis::at);
        List<Layer> lines = shown.stream()
                .map(one -> (Layer) new Line(one.title(), one.role(), at, one.values()))
                .toList();
        return new Panel(
                "",
                Scale.linear(axis.name(), axis.unit()),
                Scale.linear(pictured().quantity(), pictured().unit()),
                lines);
    }
}
