package org.rote.engine.manifest;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Quantity;

/** Reads numbers as people write them: with a unit where the value has one, without where it has none. Problems are at no place: the caller knows it. */
final class WrittenNumber {

    /** The unit of what has none; such a value may also be written in {@code %}. */
    static final String NO_UNIT = "1";

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
        double value;
        if (bare.isEmpty()) {
            value = withUnit(text, unit);
        } else if (unit.equals(NO_UNIT) || !Double.isFinite(bare.get())) {
            value = bare.get();
        } else {
            throw new InvalidInputException(
                    "", "needs a unit, got " + text, "write the unit, for example \"" + text + " " + unit + "\"");
        }
        if (!Double.isFinite(value)) {
            throw new InvalidInputException("", "must be finite, got " + text, "give a finite number");
        }
        return value;
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
                        lower.startsWith("0x")
                                ? new BigInteger(lower.substring(2), 16).doubleValue()
                                : lower.startsWith("0o")
                                        ? new BigInteger(lower.substring(2), 8).doubleValue()
                                        : Double.parseDouble(lower));
            case REAL ->
                Optional.of(lower.endsWith("nan") ? Double.NaN : Double.parseDouble(lower.replace(".inf", "Infinity")));
            default -> Optional.empty();
        };
    }

    private static double withUnit(String text, String unit) {
        Quantity quantity;
        try {
            quantity = Quantity.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("", message(e), fix(unit));
        }
        try {
            return quantity.in(unit);
        } catch (IllegalArgumentException e) {
            if (unit.equals(NO_UNIT)) {
                throw new InvalidInputException("", "must be a plain number, got \"" + text + "\"", "remove the unit");
            }
            throw new InvalidInputException(
                    "", message(e) + ", got \"" + text + "\"", "give it in " + unit + " or another unit of that kind");
        }
    }

    private static String message(IllegalArgumentException e) {
        return e.getMessage() == null ? "is no quantity" : e.getMessage();
    }

    private static String fix(String unit) {
        return "write a number and a unit, for example \"10 " + unit + "\"";
    }
}
