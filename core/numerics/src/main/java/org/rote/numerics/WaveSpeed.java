package org.rote.numerics;

import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import org.rote.spi.Axis;
import org.rote.spi.ForwardOperator;
import org.rote.spi.NumericsException;
import org.rote.spi.Space;

/**
 * The three ways in which wave physics states how fast waves travel: velocity v, slowness 1/v and squared slowness 1/v². Data sets and operators name their quantity and unit from
 * here, so that spaces can be compared, and convert between them.
 */
public enum WaveSpeed {
    /** v in m/s. */
    VELOCITY("velocity", "m/s"),
    /** 1/v in s/m. */
    SLOWNESS("slowness", "s/m"),
    /** 1/v² in s²/m². */
    SQUARED_SLOWNESS("squared slowness", "s^2/m^2");

    private static final String PERTURBATION = "perturbation of ";

    private final String quantity;
    private final String unit;

    WaveSpeed(String quantity, String unit) {
        this.quantity = quantity;
        this.unit = unit;
    }

    /**
     * The quantity as a {@link Space} names it.
     *
     * @return for example {@code squared slowness}
     */
    public String quantity() {
        return quantity;
    }

    /**
     * The SI unit as a {@link Space} names it.
     *
     * @return for example {@code s^2/m^2}
     */
    public String unit() {
        return unit;
    }

    /**
     * The quantity of a space.
     *
     * @param space any space
     * @return the quantity, or empty when it is no speed of waves
     */
    public static Optional<WaveSpeed> of(Space space) {
        return Arrays.stream(values())
                .filter(speed -> speed.quantity.equals(space.quantity()))
                .findFirst();
    }

    /**
     * The same axes for values of this quantity.
     *
     * @param space any space
     * @return the space of this quantity and unit
     */
    public Space in(Space space) {
        return new Space(space.axes(), quantity, unit, space.element());
    }

    /**
     * The same axes for perturbations of this quantity, which are the models of operators that are linear around a background.
     *
     * @param space any space
     * @return the space of this quantity's perturbations, in its unit
     */
    public Space perturbationIn(Space space) {
        return new Space(space.axes(), PERTURBATION + quantity, unit, space.element());
    }

    /**
     * What the values of a space are perturbations of.
     *
     * @param space any space
     * @return the quantity, or empty when they are no perturbations of a speed of waves
     */
    public static Optional<WaveSpeed> perturbedIn(Space space) {
        return Arrays.stream(values())
                .filter(speed -> space.quantity().equals(PERTURBATION + speed.quantity))
                .findFirst();
    }

    /**
     * Converts one value.
     *
     * @param value a value of this quantity in its SI unit, greater than 0
     * @param other the quantity wanted
     * @return the value of the other quantity in its SI unit
     */
    public double convert(double value, WaveSpeed other) {
        if (this == other) {
            return value;
        }
        double slowness = switch (this) {
            case VELOCITY -> 1 / value;
            case SLOWNESS -> value;
            case SQUARED_SLOWNESS -> Math.sqrt(value);
        };
        return switch (other) {
            case VELOCITY -> 1 / slowness;
            case SLOWNESS -> slowness;
            case SQUARED_SLOWNESS -> slowness * slowness;
        };
    }

    /**
     * How fast the conversion changes.
     *
     * @param value a value of this quantity in its SI unit, greater than 0
     * @param other the quantity wanted
     * @return the derivative of {@link #convert} with respect to the value
     */
    public double derivative(double value, WaveSpeed other) {
        // All three are powers of the slowness, and so are the conversions: c(v) = v^p, c' = p c / v.
        return slownessPower(other) / slownessPower(this) * convert(value, other) / value;
    }

    private static double slownessPower(WaveSpeed speed) {
        return switch (speed) {
            case VELOCITY -> -1;
            case SLOWNESS -> 1;
            case SQUARED_SLOWNESS -> 2;
        };
    }

    /**
     * An operator of this quantity, seen from another one: F(g(m)), g the conversion value by value.
     *
     * @param other what the new operator's models hold
     * @param operator an operator whose domain holds this quantity; refuses values that are not positive itself
     * @return the operator itself where the quantities are one
     */
    public ForwardOperator seenAs(WaveSpeed other, ForwardOperator operator) {
        return other == this ? operator : new ConvertedSpeed(other, this, operator);
    }

    /**
     * Refuses a model whose waves do not travel.
     *
     * @param model values of this quantity; not modified
     * @param space their space, with spatial axes
     * @throws NumericsException when a value is not positive and finite; says where
     */
    public void requirePositive(double[] model, Space space) {
        for (int c = 0; c < model.length; c++) {
            if (!(model[c] > 0) || Double.isInfinite(model[c])) {
                throw new NumericsException(
                        quantity + " must be greater than 0 and finite, got " + model[c] + " " + unit + " in cell "
                                + place(c, space)
                                + "\n  fix  correct the model, or use a prior or a parameterization that keeps it positive");
            }
        }
    }

    private static String place(int index, Space space) {
        StringJoiner counts = new StringJoiner(", ", "(", ")");
        StringJoiner coordinates = new StringJoiner(", ", "(", ")");
        int stride = space.size();
        for (Axis axis : space.axes()) {
            stride /= axis.count();
            int i = index / stride % axis.count();
            counts.add(Integer.toString(i));
            coordinates.add(axis.at(i) + " " + axis.unit());
        }
        return counts + " at " + coordinates;
    }
}
