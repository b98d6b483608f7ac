package org.rote.spi;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a flat {@code double[]} means: ordered axes, the last one fastest, and the quantity with its SI unit.
 *
 * <p>Model axes are (x, z) or (x, y, z) with depth fastest; data axes are (shot, receiver, time) or (frequency, source, receiver). Two spaces
 * are checked against each other once, when a case is wired; nothing checks again in an inner loop.
 *
 * @param axes the axes, slowest first; may be empty for a scalar
 * @param quantity what the values are, in lower case: {@code velocity}, {@code slowness}, {@code squared slowness}, {@code travel time} …;
 *     {@code value} where they are nothing in particular
 * @param unit SI unit of the values, {@code "1"} where they have none
 * @param element how values are kept in files, and whether an element is one double or a (real, imaginary) pair
 */
public record Space(List<Axis> axes, String quantity, String unit, Element element) {

    /** Copies the axes and checks that the size fits an array; throws {@link IllegalArgumentException} when it does not. */
    public Space {
        axes = List.copyOf(axes);
        long size = element.doubles();
        for (Axis axis : axes) {
            size = Math.multiplyExact(size, (long) axis.count());
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("space of " + axes + " is larger than one array can be");
            }
        }
    }

    /**
     * A space of plain numbers: one axis, no unit.
     *
     * @param size how many
     * @return the space
     */
    public static Space vector(int size) {
        return new Space(List.of(Axis.index("component", size)), "value", "1", Element.FLOAT64);
    }

    /**
     * Number of doubles in a flat array of this space: the product of the axis counts, twice that for complex elements.
     *
     * @return the length that every array of this space has
     */
    public int size() {
        int size = element.doubles();
        for (Axis axis : axes) {
            size *= axis.count();
        }
        return size;
    }

    /**
     * The counts of the axes, as array files state them (a complex element counts once).
     *
     * @return a new array, slowest axis first
     */
    public int[] shape() {
        return axes.stream().mapToInt(Axis::count).toArray();
    }

    /**
     * Why an array of the other space cannot stand for one of this space: other counts, other unit or quantity, real against complex. Axis
     * names, steps and origins are not compared, nor is the precision of files. A quantity {@code value} of unit {@code 1} fits any.
     *
     * @param other the space to compare
     * @return a sentence, or empty when they agree
     */
    public Optional<String> mismatch(Space other) {
        boolean sameShape = java.util.Arrays.equals(shape(), other.shape());
        boolean bothVectors = axes.size() <= 1 || other.axes.size() <= 1;
        if (size() != other.size() || !(sameShape || bothVectors) || element.doubles() != other.element.doubles()) {
            return Optional.of("expected " + describe() + ", got " + other.describe());
        }
        if (isPlain() || other.isPlain() || (unit.equals(other.unit) && quantity.equals(other.quantity))) {
            return Optional.empty();
        }
        return Optional.of("expected " + quantity + " in " + unit + ", got " + other.quantity + " in " + other.unit);
    }

    private boolean isPlain() {
        return unit.equals("1") && quantity.equals("value");
    }

    /**
     * One line for people: {@code velocity in m/s, x 70 × z 70 (step 10 m)}.
     *
     * @return the line
     */
    public String describe() {
        StringJoiner shape = new StringJoiner(" × ");
        for (Axis axis : axes) {
            String step = axis.unit().equals("1") ? "" : " (step " + axis.step() + " " + axis.unit() + ")";
            shape.add(axis.name() + " " + axis.count() + step);
        }
        String kind = element.doubles() == 2 ? ", complex" : "";
        return quantity + (unit.equals("1") ? "" : " in " + unit) + ", " + (axes.isEmpty() ? "scalar" : shape) + kind;
    }
}
