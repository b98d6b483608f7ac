package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * The water above a basin.
 *
 * @param probability how often there is water
 * @param depth range of its mean depth in m
 * @param relief height of the sea floor over the width in m; less where the water is shallow
 * @param velocity in m/s
 */
public record WaterConfig(
        @Doc("how often there is water; without it the layers begin at the surface") @Default("1")
        double probability,

        @Doc("range of its mean depth") @Unit("m") @Default("[100 m, 400 m]")
        List<Double> depth,

        @Doc(
                "height of the sea floor from its lowest to its highest point, at most as high as the water is deep on average; 0 m for a flat one")
        @Unit("m")
        @Default("80 m")
        double relief,

        @Doc("its velocity") @Unit("m/s") @Default("1500 m/s")
        double velocity) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public WaterConfig {
        depth = List.copyOf(depth);
        Checks checks = new Checks();
        Limits.probability("probability", probability, checks);
        Ranges.check("depth", depth, 0, Double.POSITIVE_INFINITY, "m", checks);
        Limits.length("relief", relief, checks);
        checks.positive("velocity", velocity).verify();
    }
}
