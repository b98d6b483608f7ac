package org.rote.spi;

import java.util.Arrays;

/**
 * The value of a {@link Finding}: a number or an array of numbers.
 *
 * @param shape the counts, slowest axis first; empty for a single number
 * @param values the numbers in row-major order
 */
public record Value(int[] shape, double[] values) {

    /** Copies the arrays and checks the shape; throws {@link IllegalArgumentException} when it does not fit the numbers. */
    public Value {
        shape = shape.clone();
        values = values.clone();
        long size = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "value: shape=" + Arrays.toString(shape) + " for " + values.length + " numbers");
        }
    }

    /**
     * One number.
     *
     * @param value the number
     * @return the value
     */
    public static Value of(double value) {
        return new Value(new int[0], new double[] {value});
    }

    /**
     * A row of numbers.
     *
     * @param values the numbers
     * @return the value
     */
    public static Value of(double[] values) {
        return new Value(new int[] {values.length}, values);
    }

    /**
     * Whether this is a single number.
     *
     * @return true for an empty shape
     */
    public boolean isScalar() {
        return shape.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value value && Arrays.equals(shape, value.shape) && Arrays.equals(values, value.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return isScalar() ? Double.toString(values[0]) : Arrays.toString(shape) + Arrays.toString(values);
    }
}
