package org.rote.priors.mixture;

import java.util.Optional;
import org.rote.numerics.GaussianMixture;
import org.rote.numerics.TrainingModels;
import org.rote.spi.Prior;
import org.rote.spi.Space;
import org.rote.spi.TrainingSet;

/** A mixture as a prior; with a training set where the means are one. */
record MixturePrior(GaussianMixture mixture, Optional<TrainingModels> training) implements Prior {

    @Override
    public Space space() {
        return mixture.space();
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        return type == TrainingSet.class
                ? training.map(models -> type.cast((TrainingSet) () -> models))
                : mixture.capability(type);
    }
}
