package org.rote.arrays.segy;

/**
 * Floating point of the IBM System/360 in 32 bits: a sign s, an exponent e of 7 bits and a fraction f of 24 bits mean (−1)ˢ · f · 2⁻²⁴ · 16^(e − 64). There is no infinity and no NaN, and zeros in
 * front of the fraction are allowed.
 *
 * <p>Source: IBM System/360 Principles of Operation (A22-6821), floating-point arithmetic.
 */
final class IbmFloat {

    private static final int BIAS = 64;
    private static final int LARGEST_EXPONENT = 127;
    private static final int FRACTION_BITS = 24;
    private static final int FRACTION = (1 << FRACTION_BITS) - 1;

    private IbmFloat() {}

    /** The value, exactly: every such number is a double. A fraction of zero is 0, whatever its sign and exponent. */
    static double toDouble(int bits) {
        int fraction = bits & FRACTION;
        if (fraction == 0) {
            return 0;
        }
        int exponent = bits >>> FRACTION_BITS & LARGEST_EXPONENT;
        double magnitude = Math.scalb((double) fraction, 4 * (exponent - BIAS) - FRACTION_BITS);
        return bits < 0 ? -magnitude : magnitude;
    }

    /**
     * The nearest such number, in the middle the even one; normalised unless it is smaller than 16⁻⁶⁵.
     *
     * @param value a finite value below 7.2·10⁷⁵, such as every float is
     */
    static int fromDouble(double value) {
        if (value == 0) {
            return 0;
        }
        double magnitude = Math.abs(value);
        int power = Math.max(-BIAS, Math.floorDiv(Math.getExponent(magnitude), 4) + 1);
        int fraction = (int) Math.rint(Math.scalb(magnitude, FRACTION_BITS - 4 * power));
        if (fraction > FRACTION) {
            fraction >>= 4;
            power++;
        }
        if (power + BIAS > LARGEST_EXPONENT) {
            throw new IllegalArgumentException("value=" + value + " is beyond the range of an IBM float");
        }
        return (value < 0 ? Integer.MIN_VALUE : 0) | (power + BIAS) << FRACTION_BITS | fraction;
    }
}
