package org.rote.operators.rays;

import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The operator {@code straight-ray}: the travel time along the straight line from each source to each receiver, t = Σ_cells length · slowness.
 *
 * @param parameter what the cells hold
 * @param grid the cells; the first has its corner at (0 m, 0 m)
 * @param sources where rays begin, in the grid or on its boundary
 * @param receivers where rays end, in the grid or on its boundary
 * @param pairs which source is recorded by which receiver
 */
public record StraightRayConfig(
        @Doc("what the cells hold; travel times are linear in slowness only") @Default("slowness")
        WaveSpeed parameter,

        @Doc("the cells, from a corner at (0 m, 0 m)") Grid grid,

        @Doc("where rays begin, in the grid or on its boundary")
        Layout sources,

        @Doc("where rays end, in the grid or on its boundary")
        Layout receivers,

        @Doc("every source with every receiver, or the first with the first and so on") @Default("all")
        Pairs pairs) {

    /** Checks that the grid has two axes; throws {@link org.rote.spi.InvalidInputException} when it has more. */
    public StraightRayConfig {
        Checks checks = new Checks();
        grid.checkPlane(checks, "grid");
        checks.verify();
    }
}
