package org.rote.priors.empirical;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * The section {@code type: empirical} of a prior.
 *
 * @param training the training models
 * @param weights one for each model, up to a common factor; equal where left out
 */
public record EmpiricalConfig(
        @Doc("data set of at least two training models") Part<Dataset> training,

        @Doc("weight of each model, up to a common factor; equal where left out")
        Optional<List<Double>> weights) {

    /** Copies the weights. */
    public EmpiricalConfig {
        weights = weights.map(List::copyOf);
    }
}
