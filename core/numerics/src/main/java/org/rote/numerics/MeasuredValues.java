package org.rote.numerics;

import java.util.ArrayList;
import java.util.List;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;
import org.rote.spi.Quantity;

/**
 * Reads the values of a config record whose unit is that of a space, and so shows only in {@link org.rote.spi.Factory#create}: the record keeps them as text, {@code 0.3} where the space has no unit,
 * {@code 2 ms} where it has.
 */
public final class MeasuredValues {

    private MeasuredValues() {}

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
                String where = texts.size() == 1 ? key : key + "[" + i + "]";
                problems.add(new Problem(where, String.valueOf(e.getMessage()), fix(unit)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return values;
    }

    private static String fix(String unit) {
        return unit.equals("1")
                ? "give a plain number"
                : "give a number and a unit, in " + unit + " or of the same kind";
    }
}
