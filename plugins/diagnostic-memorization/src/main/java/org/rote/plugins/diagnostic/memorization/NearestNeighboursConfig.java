package org.rote.plugins.diagnostic.memorization;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * How close draws come to training models, beside nulls.
 *
 * @param of which draws: those of the posterior, which the sampler made, or fresh ones of the prior
 * @param heldOut models of the training set's population that the prior has not seen
 * @param neighbours k of the measures, at least 2; all training models where there are fewer
 * @param view where distances are taken
 * @param standardized whether every coordinate is divided by its standard deviation over the training set
 * @param nullDraws draws of the prior, of each cloud, and at most so many models left out or held out, at least 2
 * @param widths of the clouds around posterior mean and truth, in standard deviations of the training set, each positive
 */
public record NearestNeighboursConfig(
        @Doc("which draws: posterior or prior") @Default("posterior")
        Of of,

        @Doc("models of the same population that the prior has not seen")
        Optional<Part<Dataset>> heldOut,

        @Doc("neighbours that a distance is compared with") @Default("50")
        int neighbours,

        @Doc("where distances are taken: model or coordinates") @Default("model")
        View view,

        @Doc("whether coordinates are divided by their standard deviation over the training set") @Default("false")
        boolean standardized,

        @Doc("draws of each null, and models left out or held out at most") @Default("1000")
        int nullDraws,

        @Doc("widths of clouds around posterior mean and truth, in standard deviations of the training set")
        @Default("[0.1, 0.2, 0.5]")
        List<Double> widths) {

    /** Which draws are examined. */
    public enum Of {
        /** Those that the sampler made. */
        POSTERIOR,
        /** Fresh ones of the prior. */
        PRIOR
    }

    /** Copies the list and checks the ranges; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public NearestNeighboursConfig {
        widths = List.copyOf(widths);
        Checks checks = new Checks().atLeast("neighbours", neighbours, 2).atLeast("null-draws", nullDraws, 2);
        for (int i = 0; i < widths.size(); i++) {
            checks.positive("widths[" + i + "]", widths.get(i));
        }
        checks.verify();
    }
}
