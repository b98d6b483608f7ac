package org.rote.spi;

/**
 * How the values of a {@link Space} are kept in files. In memory every value is a {@code double}; a complex element is two consecutive
 * doubles, (real, imaginary).
 */
public enum Element {
    /** 32-bit floating point. */
    FLOAT32(1),
    /** 64-bit floating point. */
    FLOAT64(1),
    /** A pair of 32-bit numbers, (real, imaginary). */
    COMPLEX64(2),
    /** A pair of 64-bit numbers, (real, imaginary). */
    COMPLEX128(2);

    private final int doubles;

    Element(int doubles) {
        this.doubles = doubles;
    }

    /**
     * Doubles in memory for one element.
     *
     * @return 1 for real elements, 2 for complex ones
     */
    public int doubles() {
        return doubles;
    }
}
