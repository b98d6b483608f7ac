package org.rote.spi;

import java.util.List;

/** A way to explore a posterior, or to find the model in it that explains the data best (see {@link EstimatorFactory}). Immutable; a running exploration is a {@link Chain}. */
public interface Sampler {

    /**
     * What this sampler asks of prior, forward map and noise. Checked when the study is resolved, before anything runs.
     *
     * @return always the same requirements
     */
    Requirements requires();

    /**
     * Everything that a posterior lacks, one sentence each, in the users' words: what {@link #requires} asks for, and, where a sampler overrides this, what it asks of spaces and their axes besides. Asked
     * when the study is resolved; the data are not known then, so do not look at them.
     *
     * @param posterior the posterior to look at
     * @return what is missing; empty when all is met
     */
    default List<String> unmet(Posterior posterior) {
        return requires().unmet(posterior);
    }

    /**
     * Begins to sample, or goes on from {@link SamplerContext#resumeFrom}. May take long where the sampler prepares closed forms; reports progress then.
     *
     * @param posterior a posterior that meets {@link #requires}
     * @param context what the engine lends
     * @return a chain, to be closed by the caller
     * @throws NumericsException when the posterior cannot be explored; says why
     */
    Chain start(Posterior posterior, SamplerContext context);
}
