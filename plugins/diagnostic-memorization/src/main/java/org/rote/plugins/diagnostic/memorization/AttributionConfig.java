package org.rote.plugins.diagnostic.memorization;

import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * Which training models draws come from.
 *
 * @param heldOut models of the training set's population that the prior has not seen
 * @param neighbours training models whose convex hull counts, at least 2; all where there are fewer
 * @param view where distances are taken
 * @param standardized whether every coordinate is divided by its standard deviation over the training set
 * @param heldOutModels how many held-out models, and training models left out one by one, at most, at least 2
 */
public record AttributionConfig(
        @Doc("models of the same population that the prior has not seen")
        Optional<Part<Dataset>> heldOut,

        @Doc("nearest training models whose convex hull counts") @Default("50")
        int neighbours,

        @Doc("where distances are taken: model or coordinates") @Default("model")
        View view,

        @Doc("whether coordinates are divided by their standard deviation over the training set") @Default("false")
        boolean standardized,

        @Doc("held-out models, and training models left out one by one, at most") @Default("200")
        int heldOutModels) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public AttributionConfig {
        new Checks()
                .atLeast("neighbours", neighbours, 2)
                .atLeast("held-out-models", heldOutModels, 2)
                .verify();
    }
}
