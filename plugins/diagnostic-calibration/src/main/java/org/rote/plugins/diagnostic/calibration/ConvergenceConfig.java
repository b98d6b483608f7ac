package org.rote.plugins.diagnostic.calibration;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * Convergence of chains.
 *
 * @param quantities the most coordinates, and the most values of the model, that are looked at
 */
public record ConvergenceConfig(
        @Doc("the most coordinates, and the most values of the model, evenly spread, that are looked at")
        @Default("256")
        int quantities) {

    /** Checks the range; throws {@link org.rote.spi.InvalidInputException}. */
    public ConvergenceConfig {
        new Checks().atLeast("quantities", quantities, 1).verify();
    }
}
