package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rote.spi.Axis;
import org.rote.spi.Space;

/**
 * Numbers that say something of a whole model, by name: mean, standard deviation, least and greatest value; for real fields whose last axis, which is depth where there is one, has a unit, also the means of
 * both halves along it and the roughness, the root mean square difference of neighbours along it.
 */
final class Functionals {

    private record Functional(String name, ToDoubleFunction<double[]> value) {}

    private final List<Functional> all = new ArrayList<>();

    /**
     * The functionals of a space.
     *
     * @param space of the models; one of a single value has none
     */
    Functionals(Space space) {
        if (space.size() < 2) {
            return;
        }
        all.add(new Functional("mean", Functionals::mean));
        all.add(new Functional("standard deviation", Functionals::deviation));
        all.add(new Functional(
                "least value", model -> Arrays.stream(model).min().orElseThrow()));
        all.add(new Functional(
                "greatest value", model -> Arrays.stream(model).max().orElseThrow()));
        if (space.element().doubles() == 1 && !space.axes().isEmpty()) {
            alongLast(space.axes().get(space.axes().size() - 1));
        }
    }

    private void alongLast(Axis axis) {
        int count = axis.count();
        if (count < 2 || axis.unit().equals("1")) {
            return;
        }
        int half = count / 2;
        all.add(new Functional("mean of the first half along " + axis.name(), model -> mean(model, count, 0, half)));
        all.add(new Functional(
                "mean of the second half along " + axis.name(), model -> mean(model, count, half, count)));
        all.add(new Functional("roughness along " + axis.name(), model -> roughness(model, count)));
    }

    int count() {
        return all.size();
    }

    String name(int index) {
        return all.get(index).name();
    }

    void of(double[] model, double[] row, int at) {
        for (int i = 0; i < all.size(); i++) {
            row[at + i] = all.get(i).value().applyAsDouble(model);
        }
    }

    private static double mean(double[] model) {
        return Arrays.stream(model).average().orElseThrow();
    }

    private static double deviation(double[] model) {
        double mean = mean(model);
        return Math.sqrt(Arrays.stream(model).map(x -> (x - mean) * (x - mean)).sum() / model.length);
    }

    /** Of the values from one place along the last axis to another. */
    private static double mean(double[] model, int last, int from, int to) {
        double sum = 0;
        for (int row = 0; row < model.length; row += last) {
            for (int i = row + from; i < row + to; i++) {
                sum += model[i];
            }
        }
        return sum / (model.length / last * (to - from));
    }

    private static double roughness(double[] model, int last) {
        double sum = 0;
        for (int row = 0; row < model.length; row += last) {
            for (int i = row + 1; i < row + last; i++) {
                sum += (model[i] - model[i - 1]) * (model[i] - model[i - 1]);
            }
        }
        return Math.sqrt(sum / (model.length / last * (last - 1)));
    }
}
