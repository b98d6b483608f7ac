package org.rote.operators.survey;

import java.util.ArrayList;
import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * A regular grid from its corner at (0 m, 0 m), in the vertical plane or in space.
 *
 * @param shape cells or points along x and z, or along x, y and z, each at least 1
 * @param spacing their spacing in m, positive: one number for all axes, or one for each
 */
public record Grid(
        @Doc("counts along x and z, or along x, y and z") List<Integer> shape,

        @Doc("spacing, one for all axes or one for each") @Unit("m")
        List<Double> spacing) {

    /** Checks the ranges stated above; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public Grid {
        shape = List.copyOf(shape);
        spacing = List.copyOf(spacing);
        Checks checks = new Checks()
                .that(
                        shape.size() == 2 || shape.size() == 3,
                        "shape",
                        "must be two or three counts, got " + shape.size(),
                        "give the counts along x and z, for example [70, 70], or along x, y and z")
                .that(
                        spacing.size() == 1 || spacing.size() == shape.size(),
                        "spacing",
                        "must be one length, or one for each axis, got " + spacing.size() + " for " + shape.size()
                                + " axes",
                        "give one for all axes, 10 m, or one for each, [10 m, 5 m]");
        for (int axis = 0; axis < shape.size(); axis++) {
            checks.atLeast("shape[" + axis + "]", shape.get(axis), 1);
        }
        for (int axis = 0; axis < spacing.size(); axis++) {
            checks.positive("spacing[" + axis + "]", spacing.get(axis));
        }
        checks.verify();
    }

    /**
     * How many axes there are.
     *
     * @return 2 for (x, z), 3 for (x, y, z)
     */
    public int dimensions() {
        return shape.size();
    }

    /**
     * Adds to the checks of an operator of two dimensions that the grid has no more.
     *
     * @param checks where
     * @param key the key of this grid: {@code grid}
     */
    public void checkPlane(Checks checks, String key) {
        checks.that(
                dimensions() == 2,
                key + ".shape",
                "has " + dimensions() + " axes, but this operator works in two dimensions",
                "give the counts along x and z, for example [70, 70]");
    }

    /**
     * The nodes along each axis, the first at 0 m.
     *
     * @return {@code x} and {@code z}, or {@code x}, {@code y} and {@code z}
     */
    public List<Axis> axes() {
        List<String> names = dimensions() == 2 ? List.of("x", "z") : List.of("x", "y", "z");
        List<Axis> axes = new ArrayList<>();
        for (int axis = 0; axis < dimensions(); axis++) {
            axes.add(Axis.metres(names.get(axis), shape.get(axis), spacing(axis)));
        }
        return List.copyOf(axes);
    }

    /**
     * The spacing along an axis.
     *
     * @param axis its number, from 0
     * @return in m
     */
    public double spacing(int axis) {
        return spacing.get(spacing.size() == 1 ? 0 : axis);
    }

    /**
     * The count along x.
     *
     * @return at least 1
     */
    public int countX() {
        return shape.get(0);
    }

    /**
     * The count along z.
     *
     * @return at least 1
     */
    public int countZ() {
        return shape.get(shape.size() - 1);
    }

    /**
     * The spacing along x.
     *
     * @return in m
     */
    public double spacingX() {
        return spacing(0);
    }

    /**
     * The spacing along z.
     *
     * @return in m
     */
    public double spacingZ() {
        return spacing(dimensions() - 1);
    }
}
