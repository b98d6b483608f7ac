package org.rote.arrays;

/**
 * An array in memory, as {@link Npy#read} returns it.
 *
 * @param shape the lengths of the axes
 * @param values the numbers in C order, not copied; for complex types (real, imaginary) pairs, so twice as many as elements
 * @param type the element type of the file
 */
public record NpyArray(Shape shape, double[] values, ElementType type) {
    /**
     * @throws IllegalArgumentException if the number of values is not what the shape and the type ask for
     */
    public NpyArray {
        if (values.length != shape.elements() * type.components()) {
            throw new IllegalArgumentException("values.length=" + values.length + " but shape=" + shape + " of "
                    + type.code() + " asks for " + shape.elements() * type.components());
        }
    }
}
