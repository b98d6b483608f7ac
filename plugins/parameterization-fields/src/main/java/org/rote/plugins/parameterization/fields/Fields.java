package org.rote.plugins.parameterization.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.MeasuredValues;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Quantity;
import org.rote.spi.Space;

/** What all expansions ask of a model space, and the spaces of their coefficients. */
final class Fields {

    private Fields() {}

    /** Refuses spaces that are no grid of real numbers. */
    static Space require(Space space) {
        if (space.axes().isEmpty() || space.element().doubles() != 1) {
            throw new InvalidInputException(
                    "",
                    "makes fields of real numbers on a grid, but a model is " + space.describe(),
                    "use it with an operator on a grid");
        }
        return space;
    }

    /** Refuses spaces that are no grid of real numbers with axes of one unit. */
    static Space requireOneUnit(Space space) {
        require(space);
        List<String> units = space.axes().stream().map(Axis::unit).distinct().toList();
        if (units.size() > 1) {
            throw new InvalidInputException(
                    "",
                    "needs axes of one unit to compare wavelengths, but theirs are " + String.join(", ", units) + " ("
                            + space.describe() + ")",
                    "use it with an operator on a grid in space");
        }
        return space;
    }

    /** The space of coefficients. */
    static Space coefficients(int count) {
        return new Space(List.of(Axis.index("mode", count)), "value", "1", Element.FLOAT64);
    }

    /** A model of one value, which may be written as another speed of waves than the model's. */
    static double[] constant(String key, String text, Space space) {
        double[] model = new double[space.size()];
        Arrays.fill(model, speed(key, text, space).orElseGet(() -> MeasuredValues.read(key, text, space.unit())));
        return model;
    }

    private static Optional<Double> speed(String key, String text, Space space) {
        Optional<WaveSpeed> wanted = WaveSpeed.of(space);
        for (WaveSpeed given : WaveSpeed.values()) {
            Optional<Double> value = in(given.unit(), text);
            if (wanted.isPresent() && given != wanted.get() && value.isPresent()) {
                requirePositive(key, text, value.get(), given, wanted.get());
                return Optional.of(given.convert(value.get(), wanted.get()));
            }
        }
        return Optional.empty();
    }

    private static void requirePositive(String key, String text, double value, WaveSpeed given, WaveSpeed wanted) {
        if (!(value > 0)) {
            throw new InvalidInputException(
                    key,
                    "must be greater than 0 to become " + wanted.quantity() + ", got " + text,
                    "give a positive " + given.quantity());
        }
    }

    private static Optional<Double> in(String unit, String text) {
        try {
            return Optional.of(Quantity.parse(text, unit));
        } catch (IllegalArgumentException otherUnit) {
            return Optional.empty();
        }
    }
}
