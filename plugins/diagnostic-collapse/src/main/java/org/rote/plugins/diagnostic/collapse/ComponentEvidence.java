package org.rote.plugins.diagnostic.collapse;

/** log ∫ p(y | x) N(x; x_n, σ² I) dx of one training model as a function of the bandwidth. */
@FunctionalInterface
interface ComponentEvidence {

    /** The logarithm, up to a constant that is the same for all models and bandwidths. */
    double log(double sigma);
}
