package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Case;
import org.rote.spi.Draws;
import org.rote.spi.Mapping;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/**
 * Numbers that are read off a draw, so that one-dimensional questions can be asked of fields: coordinates under the parameterization (such as Karhunen-Loève coefficients), values of the model, and functionals of the model.
 * Of many coordinates or values an evenly spread {@link Subset}.
 */
final class Quantities {

    private final RunExecutor executor;
    private final Optional<Parameterization> mapping;
    private final int pointSize;
    private final int modelSize;
    private final int[] coordinates;
    private final Subset subset;
    private final int[] values;
    private final Functionals functionals;
    private final List<Group> groups = new ArrayList<>();

    /**
     * Quantities of one kind.
     *
     * @param key kebab-case
     * @param from the first of them
     * @param count how many
     */
    record Group(String key, int from, int count) {}

    /**
     * The quantities of a case.
     *
     * @param subject the case
     * @param most the most coordinates, and the most values
     */
    Quantities(Case subject, int most) {
        executor = subject.executor();
        mapping = subject.parameterization();
        pointSize = subject.posterior().space().size();
        Space models =
                mapping.map(Mapping::range).orElseGet(() -> subject.posterior().space());
        modelSize = models.size();
        coordinates = mapping.isPresent() ? Subset.spread(pointSize, most) : new int[0];
        subset = Subset.of(models, most);
        values = subset.indices();
        functionals = new Functionals(models);
        if (coordinates.length > 0) {
            groups.add(new Group("coordinates", 0, coordinates.length));
        }
        groups.add(new Group("values", coordinates.length, values.length));
        if (functionals.count() > 0) {
            groups.add(new Group("functionals", coordinates.length + values.length, functionals.count()));
        }
    }

    List<Group> groups() {
        return groups;
    }

    int count() {
        return groups.stream().mapToInt(Group::count).sum();
    }

    /** What people call a quantity; coordinates and values are counted from 0. */
    String name(int quantity) {
        if (quantity < coordinates.length) {
            return "coordinate " + coordinates[quantity];
        }
        int value = quantity - coordinates.length;
        return value < values.length
                ? "value " + values[value]
                : functionals.name(value - values.length) + " of the model";
    }

    /** The axes of the values, where they are a picture. */
    Optional<Subset.Axes> axes() {
        return subset.axes();
    }

    /** The unit of values and functionals of the model. */
    static String unit(Case subject) {
        return subject.parameterization()
                .map(mapping -> mapping.range().unit())
                .orElseGet(() -> subject.posterior().space().unit());
    }

    /** A row of quantities for each draw. */
    List<double[]> of(Draws draws) {
        return executor.map(
                draws.count(), k -> of(Arrays.copyOfRange(draws.values(), k * pointSize, (k + 1) * pointSize)));
    }

    double[] of(double[] point) {
        double[] model = point;
        if (mapping.isPresent()) {
            model = new double[modelSize];
            mapping.get().forward(point, model);
        }
        return of(Optional.of(point), Optional.of(model));
    }

    /** Those of the truth, NaN where only the model or only its coordinates are known. */
    double[] ofTruth(Case subject) {
        return of(subject.truth(), subject.trueModel());
    }

    private double[] of(Optional<double[]> point, Optional<double[]> model) {
        double[] row = new double[count()];
        Arrays.fill(row, Double.NaN);
        point.ifPresent(given -> pick(given, coordinates, row, 0));
        model.ifPresent(given -> {
            pick(given, values, row, coordinates.length);
            functionals.of(given, row, coordinates.length + values.length);
        });
        return row;
    }

    private static void pick(double[] from, int[] indices, double[] row, int at) {
        for (int i = 0; i < indices.length; i++) {
            row[at + i] = from[indices[i]];
        }
    }

    /** One quantity of every row. */
    static double[] column(List<double[]> rows, int quantity) {
        return rows.stream().mapToDouble(row -> row[quantity]).toArray();
    }
}
