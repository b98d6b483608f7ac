package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rote.numerics.CentralSection;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Case;
import org.rote.spi.Figure;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Space;

/**
 * Models on the way beside the truth: images of real fields on two axes, of the x–z section of those on three, curves of those on one. Speeds of waves are shown as velocity.
 *
 * @param subject the case
 * @param kept the models
 * @param most the most that are shown
 */
record ModelFigure(Case subject, List<KeptModel> kept, int most) {

    Optional<Figure> figure() {
        Space space = KeptModel.space(subject);
        boolean real = space.element().doubles() == 1;
        if (kept.isEmpty() || !real || space.size() < 3) {
            return Optional.empty();
        }
        Optional<CentralSection> plane = CentralSection.of(space).stream().findFirst();
        String place = plane.map(CentralSection::place).orElse("");
        List<Panel> panels = space.axes().size() == 1
                ? List.of(curves(space))
                : plane.map(section -> images(space, section)).orElse(List.of());
        String caption =
                "The models that the optimisation went through" + (truth(space).isPresent() ? ", and the truth" : "")
                        + (plane.isPresent() ? ", on one colour scale." : ".");
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                        "iterates", "Models on the way" + (place.isEmpty() ? "" : ", " + place), caption, panels));
    }

    /** The first, the last and as many between as there is room for. */
    private List<KeptModel> shown() {
        int count = Math.min(most, kept.size());
        List<KeptModel> shown = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            shown.add(kept.get(count == 1 ? 0 : Math.round(k * (kept.size() - 1f) / (count - 1))));
        }
        return shown;
    }

    private List<Panel> images(Space space, CentralSection section) {
        List<double[]> fields = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        truth(space).ifPresent(field -> {
            fields.add(field);
            titles.add("truth");
        });
        for (KeptModel model : shown()) {
            fields.add(pictured(space, model.values()));
            titles.add(title(model));
        }
        double lowest = extreme(fields, false);
        double highest = extreme(fields, true);
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            panels.add(image(space, section, titles.get(i), fields.get(i), lowest, highest));
        }
        return panels;
    }

    private static String title(KeptModel model) {
        return model.iteration() == 0 ? "start" : "iteration " + model.iteration();
    }

    /** Of the truth where it is known, else of the estimate; an overshoot on the way does not flatten the rest. */
    private static double extreme(List<double[]> fields, boolean largest) {
        double[] first = fields.get(0);
        double[] last = fields.get(fields.size() - 1);
        double[] values = java.util.stream.DoubleStream.concat(Arrays.stream(first), Arrays.stream(last))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return values.length == 0 ? 0 : values[largest ? values.length - 1 : 0];
    }

    private static Panel image(
            Space space, CentralSection section, String title, double[] values, double lowest, double highest) {
        Axis x = section.horizontal();
        Axis y = section.vertical();
        Space shown = picturedSpace(space);
        return new Panel(
                title,
                Scale.linear(x.name(), x.unit()),
                y.name().equals("z") ? Scale.depth(y.name(), y.unit()) : Scale.linear(y.name(), y.unit()),
                List.of(new Image(
                        shown.quantity(),
                        shown.unit(),
                        new Grid(x, y, section.of(values)),
                        ColorMap.SEQUENTIAL,
                        OptionalDouble.of(lowest),
                        OptionalDouble.of(highest))));
    }

    private Panel curves(Space space) {
        Axis axis = space.axes().get(0);
        double[] x = new double[axis.count()];
        Arrays.setAll(x, axis::at);
        List<Layer> layers = new ArrayList<>();
        for (KeptModel model : shown()) {
            layers.add(new Line(title(model), Role.SERIES, x, pictured(space, model.values())));
        }
        truth(space).ifPresent(field -> layers.add(new Line("truth", Role.TRUTH, x, field)));
        Space shown = picturedSpace(space);
        return new Panel(
                "", Scale.linear(axis.name(), axis.unit()), Scale.linear(shown.quantity(), shown.unit()), layers);
    }

    private Optional<double[]> truth(Space space) {
        return subject.trueModel().map(field -> pictured(space, field));
    }

    private static Space picturedSpace(Space space) {
        return WaveSpeed.of(space).map(speed -> WaveSpeed.VELOCITY.in(space)).orElse(space);
    }

    /** As velocity where the field is a speed of waves; NaN where it is none. */
    private static double[] pictured(Space space, double[] field) {
        Optional<WaveSpeed> speed = WaveSpeed.of(space);
        if (speed.isEmpty()) {
            return field;
        }
        double[] velocity = new double[field.length];
        Arrays.setAll(velocity, i -> field[i] > 0 ? speed.get().convert(field[i], WaveSpeed.VELOCITY) : Double.NaN);
        return velocity;
    }
}
