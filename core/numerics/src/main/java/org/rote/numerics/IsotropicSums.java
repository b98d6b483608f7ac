package org.rote.numerics;

import org.rote.spi.Covariance;

/** Sums over components that all have the covariance v I: those of training models with noise, by blocked matrix products. */
record IsotropicSums(MemorizedScore models, IsotropicCovariance shared) implements MixtureSums {

    @Override
    public double logDensity(double[] x) {
        double[] logDensity = new double[1];
        models.logDensity(x, 1, deviation(), logDensity);
        return logDensity[0];
    }

    @Override
    public void scores(double[] states, int count, double[] out) {
        models.score(states, count, deviation(), out);
    }

    /** With s² = v + σ² and J the Jacobian of the training models alone at noise level s: (v/s²) I + (σ²/s²) J. */
    @Override
    public void denoiserJacobian(double variance, double[] states, double[] directions, int count, double[] out) {
        double total = shared.variance() + variance;
        models.denoiserJacobian(states, directions, count, Math.sqrt(total), out);
        for (int i = 0; i < count * shared.size(); i++) {
            out[i] = (shared.variance() * directions[i] + variance * out[i]) / total;
        }
    }

    @Override
    public Covariance covariance(int n) {
        return shared;
    }

    @Override
    public MixtureSums convolved(double variance) {
        return new IsotropicSums(models, new IsotropicCovariance(shared.size(), shared.variance() + variance));
    }

    private double deviation() {
        return Math.sqrt(shared.variance());
    }
}
