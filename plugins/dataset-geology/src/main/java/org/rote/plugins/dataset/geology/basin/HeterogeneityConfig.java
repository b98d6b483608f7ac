package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * Weak Gaussian variation inside the layers.
 *
 * @param deviation standard deviation relative to the velocity
 * @param lengths correlation lengths along and across the layers in m
 */
public record HeterogeneityConfig(
        @Doc("standard deviation relative to the velocity; 0 for layers without any") @Default("0.015")
        double deviation,

        @Doc("correlation lengths along the layers and across") @Unit("m") @Default("[300 m, 25 m]")
        List<Double> lengths) {

    private static final double STRONGEST = 0.3;

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public HeterogeneityConfig {
        lengths = List.copyOf(lengths);
        Checks checks = new Checks();
        Limits.below("deviation", deviation, STRONGEST, checks);
        checks.that(
                        lengths.size() == 2
                                && lengths.stream().allMatch(length -> length > 0 && Double.isFinite(length)),
                        "lengths",
                        "must be two lengths greater than 0 m, along the layers and across, got " + lengths + " m",
                        "give for example [300 m, 25 m]")
                .verify();
    }
}
