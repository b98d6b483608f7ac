package org.rote.plugins.diagnostic.calibration;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The spread of draws over noise levels.
 *
 * @param predictions the most draws of each case that the operator is applied to; 0 for none
 * @param references draws of another sampler's closed form that tell the spread that is right, at least 2
 */
public record NoiseResponseConfig(
        @Doc(
                "the most draws of each case that data are predicted from, each an application of the operator; 0 for none")
        @Default("50")
        int predictions,

        @Doc(
                "draws of a closed form on the same posterior that tell the spread that is right, where it is not known otherwise")
        @Default("500")
        int references) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public NoiseResponseConfig {
        new Checks()
                .atLeast("predictions", predictions, 0)
                .atLeast("references", references, 2)
                .verify();
    }
}
