package org.rote.priors.empirical;

import java.util.Optional;
import org.rote.numerics.TrainingModels;
import org.rote.spi.Atoms;
import org.rote.spi.Prior;
import org.rote.spi.Space;
import org.rote.spi.TrainingSet;

/** Σ_n w_n δ(x − x_n). The rest (draws, the noisy score) is derived from the atoms by the framework. */
record EmpiricalPrior(Space space, TrainingModels training) implements Prior, TrainingSet {

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        return type == Atoms.class ? Optional.of(type.cast(training)) : Prior.super.capability(type);
    }
}
