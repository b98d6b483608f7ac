package org.rote.plugins.sampler.optimization;

import org.rote.spi.Sampler;
import org.rote.testkit.EstimatorContract;

class LbfgsContractTest extends EstimatorContract {

    // the gradient has fallen by six orders of magnitude, and with it the distance to the mode
    private static final double CONVERGED = 1e-5;

    @Override
    protected Sampler sampler() {
        return Settings.included().sampler();
    }

    @Override
    protected double tolerance() {
        return CONVERGED;
    }
}
