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

    private static final Pattern NUMBER_THEN_UNIT =
            Pattern.compile("\\s*[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?\\s*[^\\d\\s.].*");
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
        Optional<Double> bare = bare(text);
        double value = bare.orElseGet(() -> withUnit(text, unit));
        if (!Double.isFinite(value)) {
            throw new InvalidInputException("", "must be finite, got " + text, "give a finite number");
        }
        if (bare.isPresent() && !unit.equals(NO_UNIT)) {
            throw new InvalidInputException(
                    "", "needs a unit, got " + text, "write the unit, for example \"" + text + " " + unit + "\"");
        }
        return value;
    }

    /**
     * Checks a number of which it is not known yet which unit it must have, if any.
     *
     * @param text as written
     * @throws InvalidInputException when it is neither a number nor one with a unit
     */
    static void check(String text) {
        String unit = NO_UNIT;
        if (bare(text).isEmpty() && NUMBER_THEN_UNIT.matcher(text).matches()) {
            try {
                unit = Quantity.parse(text).unit();
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException(
                        "", e.getMessage() + ", got " + Written.quoted(text), "correct the unit");
            }
        }
        read(text, unit);
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

    private static double withUnit(String text, String unit) {
        boolean plain = unit.equals(NO_UNIT);
        if (!NUMBER_THEN_UNIT.matcher(text).matches()) {
            throw new InvalidInputException(
                    "",
                    "must be a number" + (plain ? "" : " with a unit") + ", got " + Written.quoted(text),
                    plain ? "write a number" : "write a number and a unit, for example \"10 " + unit + "\"");
        }
        try {
            return Quantity.parse(text).in(unit);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "",
                    plain
                            ? "must be a plain number, got " + Written.quoted(text)
                            : e.getMessage() + ", got " + Written.quoted(text),
                    plain ? "remove the unit: this value has none" : unitFix(text, unit));
        }
    }

    private static String unitFix(String text, String unit) {
        String given = text.strip().replaceFirst("^[-+]?[\\d.]+(?:[eE][-+]?\\d+)?\\s*", "");
        List<String> fitting =
                USUAL_UNITS.stream().filter(usual -> isOfOneKind(usual, unit)).toList();
        String advice = "give it in " + unit + " or another unit of that kind";
        return Suggestion.nearest(given, fitting)
                .map(nearest -> "did you mean \"" + nearest + "\"? " + advice)
                .orElse(advice);
    }

    private static boolean isOfOneKind(String unit, String other) {
        try {
            return Quantity.factor(unit, other) > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
