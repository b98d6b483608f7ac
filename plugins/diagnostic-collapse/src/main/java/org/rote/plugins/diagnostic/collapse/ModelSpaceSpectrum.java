package org.rote.plugins.diagnostic.collapse;

import org.rote.numerics.SymmetricEigen;
import org.rote.numerics.Vectors;
import org.rote.spi.Covariance;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;

/** From Jᵀ Γ⁻¹ J = Q diag(λ) Qᵀ and g = Jᵀ Γ⁻¹ r: log N = −½ rᵀ Γ⁻¹ r + ½ Σ [ σ² (qᵢᵀ g)² / (1 + σ² λᵢ) − log(1 + σ² λᵢ) ]. */
final class ModelSpaceSpectrum implements Spectrum {

    private final SymmetricEigen eigen;
    private final double[] values;
    private final Likelihood likelihood;
    private final Covariance noise;

    ModelSpaceSpectrum(SymmetricEigen eigen, Likelihood likelihood, Covariance noise) {
        this.eigen = eigen;
        this.values = Spectrum.clipped(eigen);
        this.likelihood = likelihood;
        this.noise = noise;
    }

    @Override
    public double norm() {
        return Spectrum.norm(values);
    }

    @Override
    public ComponentEvidence evidence(double[] residual, double[] model) {
        double[] weighted = new double[residual.length];
        noise.solve(residual, weighted);
        double[] gradient = new double[values.length];
        try (Linearization linearization = likelihood.mapping().linearize(model)) {
            linearization.vjp(weighted, gradient);
        }
        double[] coordinates = new double[values.length];
        eigen.coordinates(gradient, coordinates);
        double misfit = Vectors.dot(residual, weighted);
        return sigma -> {
            double sum = misfit;
            for (int i = 0; i < values.length; i++) {
                double growth = sigma * sigma * values[i];
                double seen = sigma * coordinates[i];
                sum += Math.log1p(growth) - seen * seen / (1 + growth);
            }
            return -0.5 * sum;
        };
    }
}
