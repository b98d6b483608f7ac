package org.rote.plugins.report.html.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: four significant digits, a true minus sign, powers of ten in raised digits. */
public final class Numbers {

    private static final MathContext SIGNIFICANT = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_BELOW = 1e5;
    // integers are counts and sizes: people compare their digits
    private static final double INTEGERS_BELOW = 1e7;
    private static final double COORDINATE_LIMIT = 1e9;

    private Numbers() {}

    /**
     * A number by itself.
     *
     * @param value any number
     * @return four significant digits without trailing zeros ({@code 0.05}, {@code −1.235×10⁻⁷}); integers below ten million whole
     */
    public static String of(double value) {
        double magnitude = Math.abs(value);
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        if (value == Math.rint(value) && magnitude < INTEGERS_BELOW) {
            return signed(Long.toString((long) value));
        }
        BigDecimal rounded = new BigDecimal(value).round(SIGNIFICANT).stripTrailingZeros();
        if (magnitude >= PLAIN_FROM && magnitude < PLAIN_BELOW) {
            return signed(rounded.toPlainString());
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return signed(rounded.scaleByPowerOfTen(-exponent).toPlainString()) + "×10" + Superscripts.of(exponent);
    }

    /**
     * A number with a fixed count of decimals, for columns and axes.
     *
     * @param value any finite number
     * @param decimals digits after the point, at least 0
     * @return for example {@code −0.50}; never {@code −0.00}
     */
    public static String fixed(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() < 0 ? signed(rounded.toPlainString()) : rounded.toPlainString();
    }

    /**
     * A length in a picture: at most two decimals, ASCII.
     *
     * @param value pixels
     * @return for example {@code 12.5}; what is not finite or absurdly large is kept within ±10⁹
     */
    public static String coordinate(double value) {
        double kept = Math.max(-COORDINATE_LIMIT, Math.min(COORDINATE_LIMIT, value));
        long hundredths = Math.round(kept * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String digits = hundredths % 10 == 0
                ? Long.toString(Math.abs(hundredths) / 10 % 10)
                : String.valueOf(new char[] {
                    (char) ('0' + Math.abs(hundredths) / 10 % 10), (char) ('0' + Math.abs(hundredths) % 10)
                });
        return (hundredths < 0 ? "-" : "") + Math.abs(hundredths) / 100 + "." + digits;
    }

    private static String signed(String ascii) {
        return ascii.startsWith("-") ? "−" + ascii.substring(1) : ascii;
    }
}
