package org.rote.spi;

/** A way to explore a posterior. Immutable; a running exploration is a {@link Chain}. */
public interface Sampler {

    /**
     * What this sampler asks of prior, forward map and noise. Checked when the study is resolved, before anything runs.
     *
     * @return always the same requirements
     */
    Requirements requires();

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
