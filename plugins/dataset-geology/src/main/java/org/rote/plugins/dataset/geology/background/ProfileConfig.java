package org.rote.plugins.dataset.geology.background;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * The data set {@code profile}: one model whose velocity depends on depth alone, v(z), straight between given points and constant above the first and below the last. Two points at one depth are a jump there; a cell at the
 * depth of a jump has the lower side's velocity.
 *
 * @param depths of the points in m, not decreasing, none three times
 * @param velocities at the points in m/s, greater than 0, as many
 */
public record ProfileConfig(
        @Doc("depths of the points; one that is given twice is a jump") @Unit("m")
        List<Double> depths,

        @Doc("velocities at the points") @Unit("m/s") List<Double> velocities) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public ProfileConfig {
        depths = List.copyOf(depths);
        velocities = List.copyOf(velocities);
        boolean ordered = true;
        for (int k = 1; k < depths.size(); k++) {
            ordered &= depths.get(k - 1) <= depths.get(k);
            ordered &= k == 1 || depths.get(k - 2) < depths.get(k);
        }
        new Checks()
                .notEmpty("depths", depths)
                .that(
                        ordered,
                        "depths",
                        "must not decrease, and none be given three times, got " + depths + " m",
                        "order the points from the top down")
                .that(
                        velocities.size() == depths.size(),
                        "velocities",
                        "must be as many as depths, " + depths.size() + ", got " + velocities.size(),
                        "give one velocity for each depth")
                .that(
                        velocities.stream().allMatch(velocity -> velocity > 0 && Double.isFinite(velocity)),
                        "velocities",
                        "must be greater than 0 m/s, got " + velocities + " m/s",
                        "give velocities such as 2 km/s")
                .verify();
    }

    /** The velocity at a depth in m/s. */
    double at(double depth) {
        int above = -1;
        while (above + 1 < depths.size() && depths.get(above + 1) <= depth) {
            above++;
        }
        if (above < 0) {
            return velocities.get(0);
        }
        if (above == depths.size() - 1) {
            return velocities.get(above);
        }
        double share = (depth - depths.get(above)) / (depths.get(above + 1) - depths.get(above));
        return velocities.get(above) + share * (velocities.get(above + 1) - velocities.get(above));
    }
}
