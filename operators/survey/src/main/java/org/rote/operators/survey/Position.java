package org.rote.operators.survey;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Checks;

/**
 * A place in the ground.
 *
 * @param x horizontal coordinate in m
 * @param y the other horizontal coordinate in m; 0 in two dimensions
 * @param z depth in m, downwards
 */
public record Position(double x, double y, double z) {

    /** Figures that messages show: a coordinate of ten kilometres to a hundredth of a millimetre, without what division leaves behind. */
    private static final MathContext TOLD = new MathContext(9);

    /**
     * A place in the vertical plane y = 0.
     *
     * @param x horizontal coordinate in m
     * @param z depth in m, downwards
     */
    public Position(double x, double z) {
        this(x, 0, z);
    }

    /** From (x, z) or (x, y, z). */
    static Position of(List<Double> coordinates) {
        return coordinates.size() == 2
                ? new Position(coordinates.get(0), coordinates.get(1))
                : new Position(coordinates.get(0), coordinates.get(1), coordinates.get(2));
    }

    /** Adds to the checks of a record that the component holds x and z, or x, y and z. */
    static void check(Checks checks, String key, List<Double> coordinates) {
        checks.that(
                coordinates.size() == 2 || coordinates.size() == 3,
                key,
                "must be two or three numbers, got " + coordinates.size(),
                "give x and z, for example [20 m, 0 m], or x, y and z where the grid has three axes");
        for (int axis = 0; axis < coordinates.size(); axis++) {
            checks.finite(key + "[" + axis + "]", coordinates.get(axis));
        }
    }

    /** Adds to the checks that a list of coordinates or indices has as many as the grid has axes. */
    static void checkCount(Checks checks, String key, List<?> coordinates, List<Axis> axes) {
        checks.that(
                coordinates.size() == axes.size(),
                key,
                "has " + coordinates.size() + " numbers, but the grid has " + axes.size() + " axes",
                axes.size() == 2 ? "give x and z" : "give x, y and z");
    }

    /**
     * One coordinate.
     *
     * @param axis 0 for x, and so on in the order of the axes of a grid
     * @param dimensions 2 for (x, z), 3 for (x, y, z)
     * @return in m
     */
    public double along(int axis, int dimensions) {
        if (axis == 0) {
            return x;
        }
        return axis == dimensions - 1 ? z : y;
    }

    /**
     * The distance along a straight line.
     *
     * @param other another position
     * @return in m
     */
    public double distanceTo(Position other) {
        return Math.hypot(Math.hypot(other.x - x, other.y - y), other.z - z);
    }

    /**
     * The position that lies so far from this one.
     *
     * @param offset its coordinates less those of this one
     * @return the sum
     */
    public Position plus(Position offset) {
        return new Position(x + offset.x, y + offset.y, z + offset.z);
    }

    /** As {@code (20 m, 0 m)} in two dimensions, with y between them in three. */
    String describe(int dimensions) {
        String between = dimensions == 2 ? "" : text(y) + ", ";
        return "(" + text(x) + ", " + between + text(z) + ")";
    }

    private static String text(double coordinate) {
        String number = Double.isFinite(coordinate)
                ? BigDecimal.valueOf(coordinate)
                        .round(TOLD)
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(coordinate);
        return number + " m";
    }

    /** {@code (20 m, 0 m)}, and with y between them where that is not 0. */
    @Override
    public String toString() {
        return describe(y == 0 ? 2 : 3);
    }
}
