package org.rote.numerics.input;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Checks;
import org.rote.spi.Quantity;
import org.rote.spi.Space;

/**
 * Brings given numbers into the quantity and the unit of a space: first by a factor into the SI unit of what they are, then, where that is another of velocity, slowness
 * and squared slowness than the space holds, into that one. Immutable.
 */
public final class Conversion {

    private final double factor;
    private final String unit;
    private final Optional<WaveSpeed> given;
    private final Optional<WaveSpeed> wanted;

    private Conversion(double factor, String unit, Optional<WaveSpeed> given, Optional<WaveSpeed> wanted) {
        this.factor = factor;
        this.unit = unit;
        this.given = given;
        this.wanted = wanted;
    }

    /**
     * Refuses a unit that does not exist.
     *
     * @param unit the key {@code unit}
     * @param checks told what is wrong
     */
    public static void checkUnit(Optional<String> unit, Checks checks) {
        unit.ifPresent(name -> {
            try {
                Quantity.factor(name, name);
            } catch (IllegalArgumentException e) {
                checks.that(false, "unit", String.valueOf(e.getMessage()), "correct the unit");
            }
        });
    }

    /**
     * Finds the conversion.
     *
     * @param unit the unit of the numbers, SI when empty; one that exists
     * @param quantity what they are; what the space holds when empty
     * @param space where the numbers are wanted
     * @param checks told what is wrong; the result is of use only when nothing is
     * @return the conversion
     */
    public static Conversion of(Optional<String> unit, Optional<WaveSpeed> quantity, Space space, Checks checks) {
        Optional<WaveSpeed> wanted = WaveSpeed.of(space);
        checks.that(
                quantity.isEmpty() || wanted.isPresent(),
                "quantity",
                "does not apply: the models hold " + space.quantity() + ", no speed of waves",
                "leave quantity out");
        Optional<WaveSpeed> given = quantity.or(() -> wanted);
        String si = given.map(WaveSpeed::unit).orElse(space.unit());
        String name = unit.orElse(si);
        double factor = 1;
        try {
            factor = Quantity.factor(name, si);
        } catch (IllegalArgumentException e) {
            String what =
                    name + " is no unit of " + given.map(WaveSpeed::quantity).orElse(space.quantity());
            checks.that(false, "unit", what, "give a unit like " + si + quantityOf(name));
        }
        return new Conversion(factor, name, given, wanted);
    }

    /** The advice to name the quantity that a unit belongs to. */
    private static String quantityOf(String unit) {
        return Arrays.stream(WaveSpeed.values())
                .filter(speed -> isUnitOf(unit, speed))
                .map(speed -> ", or say quantity: " + speed.quantity().replace(' ', '-'))
                .collect(Collectors.joining());
    }

    private static boolean isUnitOf(String unit, WaveSpeed speed) {
        try {
            return Quantity.factor(unit, speed.unit()) > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Converts one number.
     *
     * @param number the number as it is given
     * @return the value in the space's unit; not finite where it cannot be one: ask {@link #complaint} why
     */
    public double convert(double number) {
        double value = factor * number;
        if (given.equals(wanted)) {
            return value;
        }
        return value > 0 ? given.orElseThrow().convert(value, wanted.orElseThrow()) : Double.NaN;
    }

    /**
     * Why the conversion of a number is not finite.
     *
     * @param number the number as it is given
     * @return the end of a sentence: {@code must be finite, got NaN}
     */
    public String complaint(double number) {
        if (!Double.isFinite(number)) {
            return "must be finite, got " + number;
        }
        if (number > 0 || given.equals(wanted)) {
            return "is beyond the range of numbers: " + number + " " + unit;
        }
        return "must be greater than 0 to become " + wanted.orElseThrow().quantity() + ", got " + number + " " + unit;
    }
}
