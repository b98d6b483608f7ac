package org.rote.plugins.diagnostic.verdict;

import java.util.Optional;
import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * What a case comes to.
 *
 * @param heldOut models of the training set's population that the prior has not seen; without them training models left out one by one stand for them
 * @param reference the sampler whose closed form draws are compared with; the first one that has one where left out
 */
public record VerdictConfig(
        @Doc("models of the same population that the prior has not seen, at least 399 of them")
        Optional<Part<Dataset>> heldOut,

        @Doc("name of the sampler whose closed form the draws are compared with; the first one that has one")
        Optional<String> reference) {}
