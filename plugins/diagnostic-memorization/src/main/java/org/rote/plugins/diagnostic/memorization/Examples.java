package org.rote.plugins.diagnostic.memorization;

import java.util.Optional;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Prior;
import org.rote.spi.TrainingSet;

/** The training models of a case's prior. */
final class Examples {

    private Examples() {}

    static Optional<Atoms> of(Case subject) {
        Prior prior = subject.posterior().prior();
        return prior.capability(TrainingSet.class).map(TrainingSet::training).or(() -> prior.capability(Atoms.class));
    }

    /** Why a case cannot be asked about its training set. */
    static Optional<String> inapplicable(Case subject) {
        return of(subject)
                .map(examples -> examples.count() > 1
                        ? Optional.<String>empty()
                        : Optional.of("the prior was made from a single model, which has no neighbours"))
                .orElse(Optional.of("the prior was not made from training models, or does not tell them"));
    }
}
