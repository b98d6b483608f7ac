package org.rote.plugins.diagnostic.calibration;

import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * Draws beside those of a reference.
 *
 * @param reference name of the sampler whose closed form is drawn from; the first on the same posterior that can be when left out
 * @param draws the most draws of either, at least 20
 * @param permutations how often labels are dealt anew, at least 100
 */
public record TwoSampleConfig(
        @Doc("name of the sampler whose closed form is drawn from; the first that can be when left out")
        Optional<String> reference,

        @Doc("the most draws of either that are compared") @Default("500")
        int draws,

        @Doc("how often labels are dealt anew for the null") @Default("500")
        int permutations) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public TwoSampleConfig {
        new Checks()
                .atLeast("draws", draws, 20)
                .atLeast("permutations", permutations, 100)
                .verify();
    }
}
