package org.rote.numerics;

import java.util.Arrays;
import org.rote.spi.Covariance;

/** C = diag(v₁, …, v_d). */
final class DiagonalCovariance implements Covariance {

    private final double[] variances;
    private final double logDeterminant;

    DiagonalCovariance(double[] variances) {
        this.variances = variances;
        this.logDeterminant = Arrays.stream(variances).map(Math::log).sum();
    }

    @Override
    public int size() {
        return variances.length;
    }

    @Override
    public void apply(double[] v, double[] out) {
        for (int i = 0; i < variances.length; i++) {
            out[i] = variances[i] * v[i];
        }
    }

    @Override
    public void solve(double[] v, double[] out) {
        for (int i = 0; i < variances.length; i++) {
            out[i] = v[i] / variances[i];
        }
    }

    @Override
    public double logDeterminant() {
        return logDeterminant;
    }

    @Override
    public void root(double[] z, double[] out) {
        for (int i = 0; i < variances.length; i++) {
            out[i] = Math.sqrt(variances[i]) * z[i];
        }
    }

    @Override
    public Covariance plusIsotropic(double variance) {
        double[] sums = new double[variances.length];
        Arrays.setAll(sums, i -> variances[i] + variance);
        return new DiagonalCovariance(sums);
    }
}
