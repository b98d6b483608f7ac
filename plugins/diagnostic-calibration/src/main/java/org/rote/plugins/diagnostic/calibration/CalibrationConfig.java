package org.rote.plugins.diagnostic.calibration;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * Calibration over many truths.
 *
 * @param quantities the most coordinates, and the most values of the model, that are looked at
 * @param densities the most draws of each case whose log posterior and log likelihood are computed; 0 for none
 */
public record CalibrationConfig(
        @Doc("the most coordinates, and the most values of the model, evenly spread, that are looked at")
        @Default("256")
        int quantities,

        @Doc(
                "the most draws of each case whose log posterior and log likelihood are computed, each an application of the operator; 0 for none")
        @Default("100")
        int densities) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public CalibrationConfig {
        new Checks()
                .atLeast("quantities", quantities, 1)
                .atLeast("densities", densities, 0)
                .verify();
    }
}
