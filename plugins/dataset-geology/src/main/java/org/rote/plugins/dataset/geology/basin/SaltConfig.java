package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * A body of salt that has pierced the layers.
 *
 * @param probability how often there is one
 * @param detached how often it is a closed body, without a stem to the bottom
 * @param width range of its largest width in m, greater than 0
 * @param top range of the depth of its crest below the sea floor, relative to what is below the sea floor
 * @param velocity in m/s
 */
public record SaltConfig(
        @Doc("how often there is salt") @Default("0.25") double probability,

        @Doc("how often it is a closed body; else a diapir that rises from below the section") @Default("0.4")
        double detached,

        @Doc("range of its largest width") @Unit("m") @Default("[700 m, 2000 m]")
        List<Double> width,

        @Doc("range of the depth of its crest below the sea floor, as a share of what lies below the sea floor")
        @Default("[0.15, 0.5]")
        List<Double> top,

        @Doc("its velocity") @Unit("m/s") @Default("4500 m/s")
        double velocity) {

    private static final double DEEPEST = 0.9;

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public SaltConfig {
        width = List.copyOf(width);
        top = List.copyOf(top);
        Checks checks = new Checks();
        Limits.probability("probability", probability, checks);
        Limits.probability("detached", detached, checks);
        Ranges.check("width", width, Double.MIN_NORMAL, Double.POSITIVE_INFINITY, "m", checks);
        Ranges.check("top", top, 0, DEEPEST, "", checks);
        checks.positive("velocity", velocity).verify();
    }
}
