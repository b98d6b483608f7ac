package org.rote.operators.propagation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as messages show them. */
final class Figures {

    private static final MathContext FOUR = new MathContext(4);
    private static final MathContext FOUR_OF_LESS = new MathContext(4, RoundingMode.DOWN);

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e9;

    private Figures() {}

    /** Four figures without zeros at the end, and without an exponent where nobody has to count zeros. */
    static String text(double value) {
        return text(value, FOUR);
    }

    /** The same, rounded towards 0: what a number is to be at most. */
    static String atMost(double value) {
        return text(value, FOUR_OF_LESS);
    }

    private static String text(double value, MathContext figures) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(figures).stripTrailingZeros();
        double size = Math.abs(value);
        boolean plain = value == 0 || size >= SMALLEST_PLAIN && size < LARGEST_PLAIN;
        return plain
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace('E', 'e');
    }
}
