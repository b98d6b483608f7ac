package org.rote.operators.propagation;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as messages show them. */
final class Figures {

    private static final MathContext FOUR = new MathContext(4);

    private Figures() {}

    /** Four figures, without exponent and without zeros at the end. */
    static String text(double value) {
        return BigDecimal.valueOf(value).round(FOUR).stripTrailingZeros().toPlainString();
    }
}
