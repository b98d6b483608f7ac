package org.rote.priors.diffusion;

import java.util.Optional;
import org.rote.numerics.GaussianMixture;
import org.rote.numerics.TrainingModels;
import org.rote.spi.Prior;
import org.rote.spi.Space;
import org.rote.spi.TrainingSet;

/**
 * p_σ(x) = 1/N Σ_n N(x; x_n, σ² I) (Siahkoohi and Sabeddu, 2026, eq. 3). Its support is the whole space, so it has no atoms; the examples are its training set.
 */
record MemorizedPrior(GaussianMixture mixture, TrainingModels training) implements Prior, TrainingSet {

    @Override
    public Space space() {
        return mixture.space();
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        Optional<C> own = Prior.super.capability(type);
        return own.isPresent() ? own : mixture.capability(type);
    }
}
