package org.rote.operators.propagation;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as messages show them. */
final class Figures {

    private static final MathContext FOUR = new MathContext(4);

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e9;

    private Figures() {}

    /** Four figures without zeros at the end, and without an exponent where nobody has to count zeros. */
    static String text(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR).stripTrailingZeros();
        double size = Math.abs(value);
        boolean plain = value == 0 || size >= SMALLEST_PLAIN && size < LARGEST_PLAIN;
        return plain
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace('E', 'e');
    }
}
