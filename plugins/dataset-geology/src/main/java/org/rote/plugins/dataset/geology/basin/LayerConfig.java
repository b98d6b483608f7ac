package org.rote.plugins.dataset.geology.basin;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * How the layers of a basin follow on one another.
 *
 * @param thickness median thickness in m
 * @param spread standard deviation of the logarithm of the thickness
 * @param memory correlation of the thickness, and of the contrast, of a layer with that of the one above
 * @param taper standard deviation of how much the thickness changes along the section, relative to it
 */
public record LayerConfig(
        @Doc("median thickness of a layer") @Unit("m") @Default("60 m")
        double thickness,

        @Doc("standard deviation of the logarithm of the thickness") @Default("0.7")
        double spread,

        @Doc("correlation of the thickness, and of the contrast, of a layer with that of the one above") @Default("0.4")
        double memory,

        @Doc("how much the thickness of a layer changes along the section, relative to it") @Default("0.2")
        double taper) {

    private static final double WIDEST = 2;

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public LayerConfig {
        Checks checks = new Checks().positive("thickness", thickness);
        Limits.below("spread", spread, WIDEST, checks);
        Limits.below("memory", memory, 1, checks);
        Limits.below("taper", taper, WIDEST, checks);
        checks.verify();
    }
}
