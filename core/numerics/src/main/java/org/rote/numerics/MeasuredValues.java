package org.rote.numerics;

import java.util.ArrayList;
import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;
import org.rote.spi.Quantity;

/**
 * Values of a config record whose unit is that of a space, and so shows only in {@link org.rote.spi.Factory#create}. The record keeps them as text ({@code 0.3} where the space has no unit, {@code 2 ms} where
 * it has), checks their form and sign in its compact constructor, and the factory reads them.
 */
public final class MeasuredValues {

    // squares of what lies between are doubles of full precision
    private static final double LEAST = 1e-150;
    private static final double MOST = 1e150;

    private MeasuredValues() {}

    /**
     * Checks that texts are numbers, with a known unit or none.
     *
     * @param checks collects what is wrong
     * @param key the component's name in kebab-case
     * @param texts the values as written
     */
    public static void requireNumbers(Checks checks, String key, List<String> texts) {
        check(checks, key, texts, false, "");
    }

    /**
     * Checks that texts are positive numbers whose squares are too, with a known unit or none.
     *
     * @param checks collects what is wrong
     * @param key the component's name in kebab-case
     * @param texts the values as written
     * @param fix what to do about one that is not positive
     */
    public static void requirePositive(Checks checks, String key, List<String> texts, String fix) {
        check(checks, key, texts, true, fix);
    }

    private static void check(Checks checks, String key, List<String> texts, boolean positive, String fix) {
        for (int i = 0; i < texts.size(); i++) {
            String where = where(key, i, texts);
            try {
                double number = number(texts.get(i));
                if (positive) {
                    requireSquarePositive(checks, where, texts.get(i), number, fix);
                }
            } catch (IllegalArgumentException e) {
                checks.that(
                        false, where, String.valueOf(e.getMessage()), "give a number, with its unit where it has one");
            }
        }
    }

    // deviations and lengths enter as squares, which must neither vanish nor overflow
    private static void requireSquarePositive(Checks checks, String where, String text, double number, String fix) {
        checks.that(number > 0, where, "must be greater than 0, got " + text, fix);
        checks.that(
                !(number > 0) || (number >= LEAST && number <= MOST),
                where,
                "must lie between " + LEAST + " and " + MOST + ", got " + text,
                "give a value whose square a computer can hold");
    }

    // in whatever unit is written
    private static double number(String text) {
        try {
            return Quantity.parse(text, "1");
        } catch (IllegalArgumentException withUnit) {
            return Quantity.parse(text).value();
        }
    }

    /**
     * Reads one value.
     *
     * @param key the component's name in kebab-case
     * @param text the value as written
     * @param unit the unit wanted, {@code "1"} for none
     * @return the number of those units
     * @throws InvalidInputException when the unit is missing, of another kind or unknown, or there is no number
     */
    public static double read(String key, String text, String unit) {
        return read(key, List.of(text), unit)[0];
    }

    /**
     * Reads several values.
     *
     * @param key the component's name in kebab-case
     * @param texts the values as written
     * @param unit the unit wanted, {@code "1"} for none
     * @return the numbers of those units
     * @throws InvalidInputException with a problem for each value that cannot be read
     */
    public static double[] read(String key, List<String> texts, String unit) {
        double[] values = new double[texts.size()];
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = Quantity.parse(texts.get(i), unit);
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(where(key, i, texts), String.valueOf(e.getMessage()), fix(unit)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return values;
    }

    private static String where(String key, int index, List<String> texts) {
        return texts.size() == 1 ? key : key + "[" + index + "]";
    }

    private static String fix(String unit) {
        return unit.equals("1")
                ? "give a plain number"
                : "give a number and a unit, in " + unit + " or of the same kind";
    }
}
