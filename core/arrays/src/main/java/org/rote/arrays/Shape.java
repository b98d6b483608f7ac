package org.rote.arrays;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The lengths of the axes of an array, slowest axis first. Immutable.
 *
 * <p>A <em>slice</em> is what one index of the leading axis selects: of shape (5000, 70, 70) there are 5000 slices of
 * 4900 elements. The shape () of a scalar counts as one slice of one element. An axis of length zero is allowed and makes
 * the array empty.
 */
public final class Shape {
    /** No array of this many elements fits a file offset of 64 bits, at up to 16 bytes an element. */
    private static final long MOST_ELEMENTS = Long.MAX_VALUE / 16;

    private final long[] lengths;
    private final long elements;
    private final long sliceElements;

    private Shape(long[] lengths) {
        this.lengths = lengths;
        checkedProduct(lengths);
        this.elements = product(lengths, 0);
        this.sliceElements = product(lengths, 1);
    }

    /**
     * The shape with these axes.
     *
     * @param lengths slowest axis first; none for a scalar
     * @throws IllegalArgumentException if a length is negative, or there are more elements than a file can hold
     */
    public static Shape of(long... lengths) {
        return new Shape(lengths.clone());
    }

    /** Refuses what no file can hold; axes of length zero do not excuse the others. */
    private static void checkedProduct(long[] lengths) {
        long product = 1;
        for (int axis = 0; axis < lengths.length; axis++) {
            if (lengths[axis] < 0) {
                throw new IllegalArgumentException("axis " + axis + " of shape " + text(lengths) + " is negative");
            }
            if (lengths[axis] > 0 && product > MOST_ELEMENTS / lengths[axis]) {
                throw new IllegalArgumentException(
                        "shape " + text(lengths) + " has more elements than a file can hold");
            }
            product *= Math.max(1, lengths[axis]);
        }
    }

    private static long product(long[] lengths, int firstAxis) {
        return Arrays.stream(lengths).skip(firstAxis).reduce(1, (a, b) -> a * b);
    }

    /** How many axes there are; 0 for a scalar. */
    public int rank() {
        return lengths.length;
    }

    /**
     * The length of one axis.
     *
     * @param axis 0 for the slowest
     */
    public long length(int axis) {
        return lengths[axis];
    }

    /** The lengths, slowest axis first, as a new array. */
    public long[] lengths() {
        return lengths.clone();
    }

    /** How many elements the array has: the product of the lengths, 1 for a scalar. */
    public long elements() {
        return elements;
    }

    /** The length of the leading axis; 1 for a scalar. */
    public long slices() {
        return lengths.length == 0 ? 1 : lengths[0];
    }

    /** How many elements one slice of the leading axis has. */
    public long sliceElements() {
        return sliceElements;
    }

    /** The shape of one slice: all axes but the leading one; a scalar is its own slice. */
    public Shape slice() {
        return lengths.length == 0 ? this : new Shape(Arrays.copyOfRange(lengths, 1, lengths.length));
    }

    /**
     * The shape of several arrays of this shape, one after the other along a new leading axis.
     *
     * @param count how many
     */
    public Shape stacked(long count) {
        return new Shape(
                LongStream.concat(LongStream.of(count), Arrays.stream(lengths)).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(lengths, shape.lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    /** The shape as Python writes it: {@code (5000, 70, 70)}, {@code (3,)}, {@code ()}. */
    @Override
    public String toString() {
        return text(lengths);
    }

    private static String text(long[] lengths) {
        String joined = Arrays.stream(lengths).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return lengths.length == 1 ? "(" + joined + ",)" : "(" + joined + ")";
    }
}
