package org.rote.numerics.posterior;

/** S = J C Jᵀ + Γ, the covariance of the data that a Gaussian predicts, m × m. Any number of threads if J allows it. */
interface DataCovariance {

    /** out = S⁻¹ r. */
    void solve(double[] r, double[] out);

    /** log det S. */
    double logDeterminant();
}
