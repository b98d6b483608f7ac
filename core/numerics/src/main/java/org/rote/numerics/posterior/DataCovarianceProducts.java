package org.rote.numerics.posterior;

import org.rote.spi.Covariance;

/** Products with S = J C Jᵀ + Γ without forming it; holds work space, so one thread. */
final class DataCovarianceProducts {

    private final Jacobian jacobian;
    private final Covariance prior;
    private final Covariance noise;
    private final double[] adjoint;
    private final double[] smoothed;
    private final double[] noisy;

    DataCovarianceProducts(Jacobian jacobian, Covariance prior, Covariance noise) {
        this.jacobian = jacobian;
        this.prior = prior;
        this.noise = noise;
        this.adjoint = new double[prior.size()];
        this.smoothed = new double[prior.size()];
        this.noisy = new double[noise.size()];
    }

    /** out = S v. */
    void multiply(double[] v, double[] out) {
        jacobian.applyAdjoint(v, adjoint);
        prior.apply(adjoint, smoothed);
        jacobian.apply(smoothed, out);
        noise.apply(v, noisy);
        for (int i = 0; i < noisy.length; i++) {
            out[i] += noisy[i];
        }
    }
}
