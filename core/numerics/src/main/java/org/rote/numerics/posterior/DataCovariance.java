package org.rote.numerics.posterior;

import org.rote.spi.SamplerContext;

/** S = J C Jᵀ + Γ, the covariance of the data that a Gaussian predicts, m × m. Any number of threads if J allows it. */
interface DataCovariance {

    /** out = S⁻¹ r. */
    void solve(double[] r, double[] out);

    /** log det S. */
    double logDeterminant();

    /** Finds what all threads will ask for, with as many threads as there are. May be left out: the first to ask finds it then, and others wait. */
    default void prepare(SamplerContext context) {}
}
