package org.rote.plugins.diagnostic.calibration;

import java.util.OptionalDouble;

/**
 * What noise-response keeps of one case.
 *
 * @param noise root mean square standard deviation of the noise over the data
 * @param draws how many draws the spread is of
 * @param spread root mean square standard deviation of the draws over the unknowns
 * @param exact the same of the posterior itself, where a closed form is known
 * @param predicted root mean square standard deviation over the draws of the data they predict, over the noise
 * @param units of noise and spread
 */
record SpreadDigest(
        double noise, long draws, double spread, OptionalDouble exact, OptionalDouble predicted, Units units) {

    /**
     * Units.
     *
     * @param noise of the data
     * @param spread of the unknowns
     */
    record Units(String noise, String spread) {}
}
