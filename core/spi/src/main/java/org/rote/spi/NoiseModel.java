package org.rote.spi;

import java.util.random.RandomGenerator;

/** The noise in the data: p(y | d) for predicted data d = F(x). Lives in data space only. Immutable; safe to use from several threads at once. */
public interface NoiseModel {

    /**
     * The data space.
     *
     * @return always the same space
     */
    Space space();

    /**
     * The normalised log density of the observed data.
     *
     * @param observed y; not modified
     * @param predicted d; not modified
     * @return log p(y | d)
     */
    double logDensity(double[] observed, double[] predicted);

    /**
     * The gradient of {@link #logDensity} with respect to the predicted data.
     *
     * @param observed y; not modified
     * @param predicted d; not modified
     * @param out receives ∂ log p(y | d) / ∂d; overwritten whole
     */
    void gradient(double[] observed, double[] predicted, double[] out);

    /**
     * Draws data.
     *
     * @param predicted d; not modified
     * @param random the source of randomness; the same state gives the same bits
     * @param out receives y; overwritten whole
     */
    void draw(double[] predicted, RandomGenerator random, double[] out);
}
