package org.rote.engine.solo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.spi.Element;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;
import org.rote.spi.SeededStreams;

/**
 * The dot test, the Taylor test and finite differences, at the operator's own size around one model.
 *
 * <p>Cost: about 60 evaluations of F, 15 of its derivative and 10 of the transpose.
 */
final class Verification {

    /** ⟨Jx, y⟩ and ⟨x, Jᵀy⟩ may differ by this much of ‖Jx‖‖y‖: rounding over sums of up to a million terms. */
    private static final double DOT_DOUBLE = 1e-12;

    private static final double DOT_SINGLE = 1e-5;

    /** How far a measured order of convergence may be from 1 and 2. */
    private static final double SLOPE = 0.1;

    /** Central differences at the best of several steps, relative. */
    private static final double DIFFERENCE_DOUBLE = 1e-6;

    private static final double DIFFERENCE_SINGLE = 2e-2;

    /** The largest step is this share of the model's norm. */
    private static final double LARGEST_STEP = 1e-2;

    private static final int HALVINGS = 12;
    private static final int DIRECTIONS = 3;

    private final Mapping mapping;
    private final double[] model;
    private final SeededStreams streams;
    private final boolean single;

    Verification(Mapping mapping, double[] model, long seed) {
        this.mapping = mapping;
        this.model = model;
        this.streams = new SeededStreams(seed, "verify");
        Element element = mapping.range().element();
        this.single = element == Element.FLOAT32 || element == Element.COMPLEX64;
    }

    List<Check> run(Likelihood likelihood) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("dot test, mismatch", dotTest(), 0, single ? DOT_SINGLE : DOT_DOUBLE));
        checks.addAll(taylorTest());
        double largest = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            largest = Math.max(largest, differences(likelihood, direction("difference", i)));
        }
        double tolerance = single ? DIFFERENCE_SINGLE : DIFFERENCE_DOUBLE;
        checks.add(new Check("gradient against differences, random directions", largest, 0, tolerance));
        checks.add(new Check(
                "gradient against differences, single cells", coordinateDifferences(likelihood), 0, tolerance));
        return checks;
    }

    private double dotTest() {
        double worst = 0;
        double[] image = new double[mapping.range().size()];
        double[] adjoint = new double[model.length];
        try (Linearization linearization = mapping.linearize(model)) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double[] x = normals("dot-model", i, model.length);
                double[] y = normals("dot-data", i, image.length);
                linearization.jvp(x, image);
                linearization.vjp(y, adjoint);
                double scale = norm(image) * norm(y);
                worst = Math.max(worst, Math.abs(dot(image, y) - dot(x, adjoint)) / (scale > 0 ? scale : 1));
            }
        }
        return worst;
    }

    /** Orders at which ‖F(x+hp) − F(x)‖ and ‖F(x+hp) − F(x) − h J p‖ vanish with h, while they are above rounding. */
    private List<Check> taylorTest() {
        double[] direction = direction("taylor", 0);
        double[] derivative = new double[mapping.range().size()];
        double[] value;
        try (Linearization linearization = mapping.linearize(model)) {
            value = linearization.value().clone();
            linearization.jvp(direction, derivative);
        }
        double floor = norm(value) * (single ? 1e-5 : 1e-13);
        double[] zeroth = new double[HALVINGS];
        double[] first = new double[HALVINGS];
        double step = 1;
        for (int k = 0; k < HALVINGS; k++, step /= 2) {
            double[] moved = forward(along(direction, step));
            double h = step;
            double[] change = new double[moved.length];
            Arrays.setAll(change, i -> moved[i] - value[i]);
            zeroth[k] = norm(change);
            Arrays.setAll(change, i -> change[i] - h * derivative[i]);
            first[k] = norm(change);
        }
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("Taylor test, order of F(x+hp) - F(x)", slope(zeroth, 100 * floor), 1, SLOPE));
        if (first[0] <= 100 * floor) {
            checks.add(new Check(
                    "Taylor test, remainder of a linear F over |F|",
                    first[0] / Math.max(norm(value), Double.MIN_NORMAL),
                    0,
                    single ? 1e-3 : 1e-11));
        } else {
            checks.add(new Check("Taylor test, order of F(x+hp) - F(x) - hJp", slope(first, 100 * floor), 2, SLOPE));
        }
        return checks;
    }

    /** The median order between steps whose differences are above rounding; NaN where there are none. */
    private static double slope(double[] sizes, double floor) {
        double[] slopes = new double[sizes.length - 1];
        int count = 0;
        for (int k = 0; k + 1 < sizes.length && sizes[k + 1] > floor; k++) {
            slopes[count++] = Math.log(sizes[k] / sizes[k + 1]) / Math.log(2);
        }
        if (count == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(slopes, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    /** The relative mismatch of ⟨∇, p⟩ with central differences of the log likelihood, at the step where it is least. */
    private double differences(Likelihood likelihood, double[] direction) {
        double[] gradient = new double[model.length];
        likelihood.logDensity(model, gradient);
        return mismatch(likelihood, direction, dot(gradient, direction), 0);
    }

    private double coordinateDifferences(Likelihood likelihood) {
        double[] gradient = new double[model.length];
        likelihood.logDensity(model, gradient);
        double typical = norm(gradient) / Math.sqrt(model.length);
        double scale = LARGEST_STEP * Math.max(norm(model) / Math.sqrt(model.length), Double.MIN_NORMAL);
        int[] cells = {0, model.length - 1, streams.random("cell", 0).nextInt(model.length)};
        double worst = 0;
        for (int cell : cells) {
            double[] direction = new double[model.length];
            direction[cell] = scale;
            worst = Math.max(worst, mismatch(likelihood, direction, gradient[cell] * scale, typical * scale));
        }
        return worst;
    }

    private double mismatch(Likelihood likelihood, double[] direction, double exact, double typical) {
        double least = Double.POSITIVE_INFINITY;
        double step = 1;
        for (int k = 0; k < HALVINGS; k++, step /= 2) {
            double above = likelihood.logDensity(along(direction, step));
            double below = likelihood.logDensity(along(direction, -step));
            double difference = (above - below) / (2 * step);
            double scale = Math.max(Math.max(Math.abs(exact), Math.abs(difference)), typical);
            least = Math.min(least, Math.abs(difference - exact) / (scale > 0 ? scale : 1));
        }
        return least;
    }

    private double[] forward(double[] x) {
        double[] out = new double[mapping.range().size()];
        mapping.forward(x, out);
        return out;
    }

    private double[] along(double[] direction, double step) {
        double[] moved = new double[model.length];
        Arrays.setAll(moved, i -> model[i] + step * direction[i]);
        return moved;
    }

    private double[] direction(String purpose, int index) {
        double[] direction = normals(purpose, index, model.length);
        double length = norm(model) > 0 ? norm(model) : Math.sqrt(model.length);
        double factor = LARGEST_STEP * length / norm(direction);
        Arrays.setAll(direction, i -> factor * direction[i]);
        return direction;
    }

    private double[] normals(String purpose, int index, int size) {
        RandomGenerator random = streams.random(purpose, index);
        double[] normals = new double[size];
        Arrays.setAll(normals, i -> random.nextGaussian());
        return normals;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
