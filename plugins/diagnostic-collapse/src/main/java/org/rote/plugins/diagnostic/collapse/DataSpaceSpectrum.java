package org.rote.plugins.diagnostic.collapse;

import org.rote.numerics.SymmetricEigen;

/** From W J Jᵀ Wᵀ = Q diag(λ) Qᵀ: log N = −½ Σ [ (qᵢᵀ W r)² / (1 + σ² λᵢ) + log(1 + σ² λᵢ) ]. */
final class DataSpaceSpectrum implements Spectrum {

    private final SymmetricEigen eigen;
    private final double[] values;
    private final Whitening whitening;

    DataSpaceSpectrum(SymmetricEigen eigen, Whitening whitening) {
        this.eigen = eigen;
        this.values = Spectrum.clipped(eigen);
        this.whitening = whitening;
    }

    @Override
    public double norm() {
        return Spectrum.norm(values);
    }

    @Override
    public ComponentEvidence evidence(double[] residual, double[] model) {
        double[] white = new double[residual.length];
        whitening.apply(residual, white);
        double[] coordinates = new double[values.length];
        eigen.coordinates(white, coordinates);
        return sigma -> {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                double growth = sigma * sigma * values[i];
                sum += coordinates[i] * coordinates[i] / (1 + growth) + Math.log1p(growth);
            }
            return -0.5 * sum;
        };
    }
}
