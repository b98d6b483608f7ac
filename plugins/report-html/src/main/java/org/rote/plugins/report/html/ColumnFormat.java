package org.rote.plugins.report.html;

import java.util.Arrays;
import org.rote.plugins.report.html.text.Numbers;

/**
 * How the numbers of one column are written so that their points stand under each other: all with the same decimals, or, where that would show too many or too few
 * digits, each by itself.
 *
 * @param decimals after the point; negative where each number is written by itself
 */
record ColumnFormat(int decimals) {

    private static final ColumnFormat WHOLE = new ColumnFormat(0);

    private static final ColumnFormat BY_ITSELF = new ColumnFormat(-1);
    private static final double LARGE = 1e7;
    /** Significant digits of the largest and of the smallest number. */
    private static final int DIGITS = 4;

    private static final int FEWEST_DIGITS = 2;
    private static final int MOST_DECIMALS = 6;

    static ColumnFormat of(double... values) {
        double[] magnitudes = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .filter(v -> v > 0)
                .sorted()
                .toArray();
        if (magnitudes.length == 0 || Arrays.stream(magnitudes).allMatch(v -> v == Math.rint(v) && v < LARGE)) {
            return WHOLE;
        }
        double largest = magnitudes[magnitudes.length - 1];
        int decimals = Math.max(
                DIGITS - 1 - (int) Math.floor(Math.log10(largest)),
                FEWEST_DIGITS - 1 - (int) Math.floor(Math.log10(magnitudes[0])));
        return decimals > MOST_DECIMALS || largest >= LARGE ? BY_ITSELF : new ColumnFormat(Math.max(0, decimals));
    }

    String show(double value) {
        return decimals < 0 || !Double.isFinite(value) ? Numbers.of(value) : Numbers.fixed(value, decimals);
    }
}
