package org.rote.engine.manifest;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Quantity;

/** Reads numbers as people write them: with a unit where the value has one, without where it has none. Problems are at no place: the caller knows it. */
final class WrittenNumber {

    /** The unit of what has none; such a value may also be written in {@code %}. */
    static final String NO_UNIT = "1";

    /** The form of a quantity: what follows the number without a space does not go on with it. */
    static final String QUANTITY = "\\s*[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?(?:\\s+\\S|[^\\d\\s.,+-]).*";

    private static final Pattern NUMBER_THEN_UNIT = Pattern.compile(QUANTITY);
    private static final List<String> USUAL_UNITS = List.of(
            "m",
            "km",
            "cm",
            "mm",
            "ft",
            "s",
            "ms",
            "us",
            "min",
            "h",
            "Hz",
            "kHz",
            "MHz",
            "kg",
            "g",
            "Pa",
            "kPa",
            "MPa",
            "GPa",
            "K",
            "rad",
            "deg",
            "%",
            "byte",
            "kB",
            "MB",
            "GB",
            "KiB",
            "MiB",
            "GiB",
            "m/s",
            "km/s",
            "ft/s",
            "s/m",
            "s/km",
            "s^2/m^2",
            "s^2/km^2",
            "m^2/s^2",
            "km^2/s^2",
            "kg/m^3",
            "g/cm^3",
            "1/s",
            "1/m",
            "m^2");

    private WrittenNumber() {}

    /**
     * Reads a number.
     *
     * @param text as written
     * @param unit the unit that it must come out in
     * @return the number, finite
     * @throws InvalidInputException when it is not such a number
     */
    static double read(String text, String unit) {
        if (unit.equals(NO_UNIT)) {
            return finite(bare(text).orElseGet(() -> dimensionless(text)), text);
        }
        bare(text).ifPresent(number -> {
            throw lacksUnit(text, unit);
        });
        if (!NUMBER_THEN_UNIT.matcher(text).matches()) {
            throw new InvalidInputException(
                    "",
                    "must be a number with a unit, got " + Written.quoted(text),
                    "write a number and a unit, for example \"10 " + unit + "\"");
        }
        return in(known(text, unit), unit, text);
    }

    /**
     * Reads a number that may have a unit.
     *
     * @param text as written
     * @return the number, finite, in the unit as written; in {@link #NO_UNIT} where there is none
     * @throws InvalidInputException when it is neither a number nor one with a unit
     */
    static Quantity quantity(String text) {
        Optional<Double> bare = bare(text);
        if (bare.isEmpty() && !NUMBER_THEN_UNIT.matcher(text).matches()) {
            throw noNumber(text);
        }
        Quantity quantity = bare.map(number -> new Quantity(number, NO_UNIT)).orElseGet(() -> known(text, NO_UNIT));
        finite(quantity.value(), text);
        return quantity;
    }

    /**
     * Converts a number that may have a unit.
     *
     * @param quantity the number
     * @param unit the unit that it must come out in
     * @return the number, finite
     * @throws InvalidInputException when it lacks a unit, has one where none belongs, or one of another kind
     */
    static double in(Quantity quantity, String unit) {
        String text = quantity.unit().equals(NO_UNIT)
                ? Double.toString(quantity.value())
                : quantity.value() + " " + quantity.unit();
        if (quantity.unit().equals(NO_UNIT) && !unit.equals(NO_UNIT)) {
            throw lacksUnit(text, unit);
        }
        return in(quantity, unit, text);
    }

    private static double in(Quantity quantity, String unit, String text) {
        try {
            return finite(quantity.in(unit), text);
        } catch (IllegalArgumentException e) {
            boolean plain = unit.equals(NO_UNIT);
            throw new InvalidInputException(
                    "",
                    (plain ? "must be a plain number" : Thrown.message(e)) + ", got " + Written.quoted(text),
                    plain ? "remove the unit: this value has none" : advice(unit));
        }
    }

    private static double dimensionless(String text) {
        if (!NUMBER_THEN_UNIT.matcher(text).matches()) {
            throw noNumber(text);
        }
        return in(known(text, NO_UNIT), NO_UNIT, text);
    }

    private static Quantity known(String text, String unit) {
        try {
            return Quantity.parse(text);
        } catch (IllegalArgumentException e) {
            String given = text.strip().replaceFirst("^[-+]?[\\d.]+(?:[eE][-+]?\\d+)?\\s*", "");
            String fix = unit.equals(NO_UNIT) ? "correct the unit, or remove it" : unitFix(given, unit);
            throw new InvalidInputException(
                    "", "has an unknown unit, got " + Written.quoted(text), fix + " (" + Thrown.message(e) + ")");
        }
    }

    private static double finite(double value, String text) {
        if (!Double.isFinite(value)) {
            throw new InvalidInputException("", "must be finite, got " + text, "give a finite number");
        }
        return value;
    }

    private static InvalidInputException lacksUnit(String text, String unit) {
        return new InvalidInputException(
                "", "needs a unit, got " + text, "write the unit, for example \"" + text + " " + unit + "\"");
    }

    private static InvalidInputException noNumber(String text) {
        return new InvalidInputException("", "must be a number, got " + Written.quoted(text), "write a number");
    }

    /**
     * The value of a number without unit, in one of YAML's forms.
     *
     * @param text as written
     * @return the number, infinite where it is too large; empty when it is no such form
     */
    static Optional<Double> bare(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (ScalarType.ofPlain(text)) {
            case INTEGER ->
                Optional.of(
                        lower.startsWith("0x") || lower.startsWith("0o")
                                ? integer(lower).doubleValue()
                                : Double.parseDouble(lower));
            case REAL ->
                Optional.of(lower.endsWith("nan") ? Double.NaN : Double.parseDouble(lower.replace(".inf", "Infinity")));
            default -> Optional.empty();
        };
    }

    /**
     * The value of one of YAML's forms of integers.
     *
     * @param text decimal, {@code 0x} and hexadecimal, or {@code 0o} and octal digits
     * @return the number
     */
    static BigInteger integer(String text) {
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }

    private static String unitFix(String given, String unit) {
        List<String> fitting =
                USUAL_UNITS.stream().filter(usual -> isOfOneKind(usual, unit)).toList();
        return Suggestion.nearest(given, fitting)
                .map(nearest -> "did you mean \"" + nearest + "\"? " + advice(unit))
                .orElse(advice(unit));
    }

    private static String advice(String unit) {
        return "give it in " + unit + " or another unit of that kind";
    }

    private static boolean isOfOneKind(String unit, String other) {
        try {
            return Quantity.factor(unit, other) > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
