package org.rote.numerics;

import java.util.Arrays;
import java.util.Optional;
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
}
