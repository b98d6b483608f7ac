package org.rote.numerics;

import org.rote.spi.Covariance;

/** C = v I. */
record IsotropicCovariance(int size, double variance) implements Covariance {

    @Override
    public void apply(double[] v, double[] out) {
        scale(variance, v, out);
    }

    @Override
    public void solve(double[] v, double[] out) {
        scale(1 / variance, v, out);
    }

    @Override
    public double logDeterminant() {
        return size * Math.log(variance);
    }

    @Override
    public void root(double[] z, double[] out) {
        scale(Math.sqrt(variance), z, out);
    }

    @Override
    public Covariance plusIsotropic(double more) {
        return new IsotropicCovariance(size, variance + more);
    }

    private void scale(double factor, double[] v, double[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = factor * v[i];
        }
    }
}
