package org.rote.numerics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.rote.spi.Covariance;

/** C = Q diag(λ) Qᵀ with Q orthogonal and λ &gt; 0. Adding noise adds to λ and shares Q. */
final class SpectralCovariance implements Covariance {

    private final Eigenbasis basis;
    private final double[] eigenvalues;
    private final double logDeterminant;

    SpectralCovariance(Eigenbasis basis, double[] eigenvalues) {
        this.basis = basis;
        this.eigenvalues = eigenvalues;
        this.logDeterminant = Arrays.stream(eigenvalues).map(Math::log).sum();
    }

    @Override
    public int size() {
        return eigenvalues.length;
    }

    @Override
    public void apply(double[] v, double[] out) {
        applyFunction(lambda -> lambda, v, out);
    }

    @Override
    public void solve(double[] v, double[] out) {
        applyFunction(lambda -> 1 / lambda, v, out);
    }

    @Override
    public double logDeterminant() {
        return logDeterminant;
    }

    @Override
    public void root(double[] z, double[] out) {
        double[] scaled = new double[eigenvalues.length];
        Arrays.setAll(scaled, i -> Math.sqrt(eigenvalues[i]) * z[i]);
        basis.vector(scaled, out);
    }

    @Override
    public Covariance plusIsotropic(double variance) {
        double[] sums = new double[eigenvalues.length];
        Arrays.setAll(sums, i -> eigenvalues[i] + variance);
        return new SpectralCovariance(basis, sums);
    }

    private void applyFunction(DoubleUnaryOperator function, double[] v, double[] out) {
        double[] coordinates = new double[eigenvalues.length];
        basis.coordinates(v, coordinates);
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] *= function.applyAsDouble(eigenvalues[i]);
        }
        basis.vector(coordinates, out);
    }
}
