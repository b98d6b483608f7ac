package org.rote.numerics;

import org.rote.spi.Covariance;

/** The sums over components that density and score of a mixture are made of. Immutable; safe to use from several threads at once. */
interface MixtureSums {

    /** log Σ_n w_n N(x; μ_n, C_n). */
    double logDensity(double[] x);

    /** Scores of {@code count} states, one after another. */
    void scores(double[] states, int count, double[] out);

    /** Products of the denoiser's Jacobian at noise N(0, v I), v &gt; 0, on top of these components, with {@code count} directions, one after another. */
    void denoiserJacobian(double variance, double[] states, double[] directions, int count, double[] out);

    /** C_n. */
    Covariance covariance(int n);

    /** The same sums for C_n + v I. */
    MixtureSums convolved(double variance);
}
