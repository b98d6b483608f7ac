package org.rote.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A physical value as people write it: a number and a unit, {@code 6 Hz}, {@code 10 m}, {@code 2 km/s}, {@code 1e-3 s/m}.
 *
 * <p>Units are products and quotients of names with exponents ({@code s^2/m^2}, {@code s²/m²}, {@code kg/m3}); the names are m, s, min, h, Hz, g, Pa, K, rad, deg, byte
 * (B), ft and 1 (also %), the metric ones with the prefixes p n u µ m c k M G T; bytes with powers of 1000, and KiB, MiB, GiB with powers of 1024.
 *
 * @param value the number
 * @param unit the unit as written
 */
public record Quantity(double value, String unit) {

    private static final String DIGITS = "\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)";
    private static final Pattern NUMBER = Pattern.compile(DIGITS + "\\s*");
    private static final Pattern SHAPE = Pattern.compile(DIGITS + "(?:\\s+(?=\\S)|(?=[^\\d\\s.,+-]))(.*\\S)\\s*");

    /** Checks that the unit is known; throws {@link IllegalArgumentException} when it is not. */
    public Quantity {
        DerivedUnit.parse(unit);
    }

    /**
     * Reads a value with its unit.
     *
     * @param text a number and a unit
     * @return the quantity
     * @throws IllegalArgumentException when there is no number, no unit or an unknown one; the message says which
     */
    public static Quantity parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a number and a unit, such as \"10 m\", got \"" + text + "\"");
        }
        return new Quantity(Double.parseDouble(matcher.group(1)), matcher.group(2));
    }

    /**
     * Reads a value whose unit shows only once the study is wired, such as a noise level in the unit of the data.
     *
     * @param text a number and a unit; a number alone where {@code unit} is {@code "1"}
     * @param unit the unit wanted
     * @return the number of those units, finite
     * @throws IllegalArgumentException when there is no number, the unit is missing, or it is one of another kind; the message says what to write
     */
    public static double parse(String text, String unit) {
        Matcher number = NUMBER.matcher(text);
        boolean bare = number.matches();
        if (bare && !unit.equals("1")) {
            throw new IllegalArgumentException(
                    "needs a unit, got " + text + "; write for example \"" + number.group(1) + " " + unit + "\"");
        }
        if (!bare && unit.equals("1") && !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("expected a number, got \"" + text + "\"");
        }
        double value = bare ? Double.parseDouble(number.group(1)) : parse(text).in(unit);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("must be finite, got " + text);
        }
        return value;
    }

    /**
     * The value in another unit.
     *
     * @param other a unit of the same dimension
     * @return the number of those units
     * @throws IllegalArgumentException when the dimensions differ
     */
    public double in(String other) {
        return value * factor(unit, other);
    }

    /**
     * What one unit is in another.
     *
     * @param from a unit
     * @param to a unit of the same dimension
     * @return the number of {@code to} in one {@code from}
     * @throws IllegalArgumentException when a unit is unknown or the dimensions differ
     */
    public static double factor(String from, String to) {
        return DerivedUnit.parse(from).over(DerivedUnit.parse(to), from, to);
    }
}
