package org.rote.plugins.diagnostic.calibration;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * Where the truth lies among the draws.
 *
 * @param quantities the most coordinates, and the most values of the model, that are looked at
 * @param priorDraws how many draws of the prior tell its variance, at least 2
 */
public record TruthRankConfig(
        @Doc("the most coordinates, and the most values of the model, evenly spread, that are looked at")
        @Default("256")
        int quantities,

        @Doc("draws of the prior that tell its variance") @Default("500")
        int priorDraws) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public TruthRankConfig {
        new Checks()
                .atLeast("quantities", quantities, 1)
                .atLeast("prior-draws", priorDraws, 2)
                .verify();
    }
}
