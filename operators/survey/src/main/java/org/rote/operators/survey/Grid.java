package org.rote.operators.survey;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * A regular grid in the vertical plane, from its corner at (0 m, 0 m).
 *
 * @param shape cells or points along x and z, each at least 1
 * @param spacing their spacing in m, positive: one number for both axes, or one for each
 */
public record Grid(
        @Doc("counts along x and z") List<Integer> shape,

        @Doc("spacing, one for both axes or one for each") @Unit("m")
        List<Double> spacing) {

    /** Checks the ranges stated above; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public Grid {
        shape = List.copyOf(shape);
        spacing = List.copyOf(spacing);
        Checks checks = new Checks()
                .that(
                        shape.size() == 2,
                        "shape",
                        "must be two counts, got " + shape.size(),
                        "give the counts along x and z, for example [70, 70]")
                .that(
                        spacing.size() == 1 || spacing.size() == 2,
                        "spacing",
                        "must be one or two lengths, got " + spacing.size(),
                        "give one for both axes, 10 m, or one for each, [10 m, 5 m]");
        for (int axis = 0; axis < shape.size(); axis++) {
            checks.atLeast("shape[" + axis + "]", shape.get(axis), 1);
        }
        for (int axis = 0; axis < spacing.size(); axis++) {
            checks.positive("spacing[" + axis + "]", spacing.get(axis));
        }
        checks.verify();
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
        return shape.get(1);
    }

    /**
     * The spacing along x.
     *
     * @return in m
     */
    public double spacingX() {
        return spacing.get(0);
    }

    /**
     * The spacing along z.
     *
     * @return in m
     */
    public double spacingZ() {
        return spacing.get(spacing.size() - 1);
    }
}
