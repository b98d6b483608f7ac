package org.rote.engine.solo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.engine.solo.Verification.Check;
import org.rote.numerics.Vectors;
import org.rote.spi.ForwardOperator;
import org.rote.spi.NumericsException;
import org.rote.spi.ResourceException;
import org.rote.spi.Streams;

/**
 * The gradient g of φ(m) = ½ ‖F(m) − d‖² against central differences, (φ(m + h u) − φ(m − h u)) / 2h, along random directions and along coordinates. The data are
 * d = F(m) + noise of a tenth of the data's size, for at F(m) = d the gradient vanishes and shows nothing. Of several steps h the one that agrees best counts: large
 * ones suffer from the third derivative, small ones from rounding.
 */
final class GradientCheck {

    private static final int DIRECTIONS = 2;
    private static final int COORDINATES = 4;
    private static final double[] STEPS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6};
    private static final double RESIDUAL = 0.1;
    /** Central differences at the best step are good to the two thirds power of the rounding of φ, here with a margin of a hundred. */
    private static final double DOUBLE_TOLERANCE = 1e-6;

    private static final double SINGLE_TOLERANCE = 5e-2;

    private final ForwardOperator operator;
    private final double[] model;
    private final double[] data;
    private final Streams streams;
    private final double tolerance;

    GradientCheck(ForwardOperator operator, double[] model, double[] value, Streams streams, double rounding) {
        this.operator = operator;
        this.model = model;
        this.streams = streams;
        this.tolerance = rounding < 1e-9 ? DOUBLE_TOLERANCE : SINGLE_TOLERANCE;
        double length = Vectors.norm(value);
        double level = RESIDUAL * (length > 0 ? length / Math.sqrt(value.length) : 1);
        this.data = Vectors.plus(value, level, Vectors.normal(streams.random("residual", 0), value.length));
    }

    List<Check> run() {
        double[] gradient = new double[model.length];
        Misfit.of(data, Optional.empty()).gradient(operator, model, gradient);
        List<Check> checks = new ArrayList<>();
        checks.add(worst("gradient along directions", gradient, directions()));
        checks.add(worst("gradient along coordinates", gradient, coordinates(gradient)));
        return checks;
    }

    private List<double[]> directions() {
        List<double[]> directions = new ArrayList<>();
        for (int i = 0; i < DIRECTIONS; i++) {
            directions.add(Vectors.normal(streams.random("direction", i), model.length));
        }
        return directions;
    }

    /** The coordinate of the largest gradient, and some at random. */
    private List<double[]> coordinates(double[] gradient) {
        int largest = 0;
        for (int i = 1; i < gradient.length; i++) {
            largest = Math.abs(gradient[i]) > Math.abs(gradient[largest]) ? i : largest;
        }
        List<double[]> units = new ArrayList<>();
        units.add(unit(largest));
        RandomGenerator random = streams.random("coordinate", 0);
        for (int i = 1; i < COORDINATES; i++) {
            units.add(unit(random.nextInt(model.length)));
        }
        return units;
    }

    private double[] unit(int index) {
        double[] unit = new double[model.length];
        unit[index] = 1;
        return unit;
    }

    private Check worst(String name, double[] gradient, List<double[]> directions) {
        double worst = 0;
        for (int i = 0; i < directions.size(); i++) {
            worst = Math.max(worst, disagreement(gradient, directions.get(i)));
        }
        return Check.near(
                name,
                worst,
                0,
                tolerance,
                "|central difference − g·u| / max(|g·u|, ‖g‖ ‖u‖ / √n), largest of " + directions.size());
    }

    private double disagreement(double[] gradient, double[] u) {
        double slope = Vectors.dot(gradient, u);
        double typical = Vectors.norm(gradient) * Vectors.norm(u) / Math.sqrt(u.length);
        double scale = Math.max(Math.abs(slope), typical);
        double size = Vectors.norm(model) / Math.sqrt(model.length);
        // Steps are relative to a typical number of the model, and move no number by more.
        double unit =
                (size > 0 ? size : 1) / Arrays.stream(u).map(Math::abs).max().orElse(1);
        double best = Double.NaN;
        for (double step : STEPS) {
            double h = step * unit;
            double difference = Math.abs((misfit(h, u) - misfit(-h, u)) / (2 * h) - slope);
            double relative = difference == 0 ? 0 : difference / scale;
            best = Double.isNaN(best) || relative < best ? relative : best;
        }
        return best;
    }

    /** φ(m + h u); NaN where F is not defined. */
    private double misfit(double h, double[] u) {
        double[] predicted = new double[data.length];
        try {
            operator.forward(Vectors.plus(model, h, u), predicted);
        } catch (ResourceException failed) {
            throw failed;
        } catch (NumericsException tooFar) {
            return Double.NaN;
        }
        double[] residual = Vectors.plus(predicted, -1, data);
        return Vectors.dot(residual, residual) / 2;
    }
}
