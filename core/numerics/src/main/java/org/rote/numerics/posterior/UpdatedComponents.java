package org.rote.numerics.posterior;

import org.rote.spi.Covariance;

/** Every component of a prior after the data: what is asked of it one at a time. */
interface UpdatedComponents {

    /** log w_n + log N(y; F(μ_n), S_n), not normalised over n. */
    double[] logWeights();

    /** out = μ_n + C_n Jᵀ S_n⁻¹ (y − F(μ_n)). */
    void mean(int n, double[] out);

    /** The covariance of component n; cheap if it was asked for just before. */
    Covariance covariance(int n);

    /** Whether all components have one covariance. */
    boolean share();
}
