package org.rote.spi;

import java.util.OptionalDouble;

/**
 * p(x | y) ∝ p(y | x) p(x): a prior and a likelihood over one space. Immutable; safe to use from several threads at once.
 *
 * @param prior p(x)
 * @param likelihood p(y | x)
 */
public record Posterior(Prior prior, Likelihood likelihood) {

    /** Checks that prior and likelihood share a space; throws {@link IllegalArgumentException} when they do not. */
    public Posterior {
        likelihood.mapping().domain().mismatch(prior.space()).ifPresent(problem -> {
            throw new IllegalArgumentException("prior does not fit the model space: " + problem);
        });
    }

    /**
     * Where x lives.
     *
     * @return the domain of the forward map
     */
    public Space space() {
        return likelihood.mapping().domain();
    }

    /**
     * log p(y | x) + log p(x), the log posterior up to the evidence.
     *
     * @param x a point of the space; not modified
     * @return the sum, or empty when the prior has no density
     */
    public OptionalDouble logDensity(double[] x) {
        return prior.capability(Density.class).stream()
                .mapToDouble(density -> addUnlessImpossible(density.logDensity(x), x))
                .findFirst();
    }

    // Outside the prior's support the wave physics may be undefined (a negative velocity), so it is not asked there.
    private double addUnlessImpossible(double logPrior, double[] x) {
        return logPrior == Double.NEGATIVE_INFINITY ? logPrior : logPrior + likelihood.logDensity(x);
    }
}
