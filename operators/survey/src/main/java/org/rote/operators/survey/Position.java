package org.rote.operators.survey;

import java.util.List;
import org.rote.spi.Checks;

/**
 * A place in the vertical plane.
 *
 * @param x horizontal coordinate in m
 * @param z depth in m, downwards
 */
public record Position(double x, double z) {

    static Position of(List<Double> coordinates) {
        return new Position(coordinates.get(0), coordinates.get(1));
    }

    /** Adds to the checks of a record that the component holds x and z. */
    static void check(Checks checks, String key, List<Double> coordinates) {
        checks.that(
                coordinates.size() == 2,
                key,
                "must be two numbers, got " + coordinates.size(),
                "give x and z, for example [20 m, 0 m]");
        for (int axis = 0; axis < coordinates.size(); axis++) {
            checks.finite(key + "[" + axis + "]", coordinates.get(axis));
        }
    }

    /**
     * The distance along a straight line.
     *
     * @param other another position
     * @return in m
     */
    public double distanceTo(Position other) {
        return Math.hypot(other.x - x, other.z - z);
    }

    /** {@code (20.0 m, 0.0 m)}. */
    @Override
    public String toString() {
        return "(" + x + " m, " + z + " m)";
    }
}
