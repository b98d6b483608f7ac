package org.rote.plugins.diagnostic.collapse;

import java.util.Optional;
import org.rote.numerics.SymmetricEigen;
import org.rote.spi.Covariance;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;

/** Makes spectra: min(m, d) products with J and Jᵀ and an eigendecomposition of that side each. */
final class SpectrumRecipe {

    /** Side of the largest matrix that is decomposed: a few seconds. */
    static final int LARGEST = 1200;

    private final Likelihood likelihood;
    private final Covariance noise;
    private final int rows;
    private final int columns;
    private final Optional<Whitening> whitening;

    SpectrumRecipe(Likelihood likelihood, Covariance noise) {
        this.likelihood = likelihood;
        this.noise = noise;
        this.rows = likelihood.mapping().range().size();
        this.columns = likelihood.mapping().domain().size();
        this.whitening = rows <= columns ? Optional.of(Whitening.of(noise)) : Optional.empty();
    }

    Spectrum at(double[] model) {
        try (Linearization linearization = likelihood.mapping().linearize(model)) {
            return whitening.isPresent()
                    ? new DataSpaceSpectrum(inDataSpace(linearization, whitening.get()), whitening.get())
                    : new ModelSpaceSpectrum(inModelSpace(linearization), likelihood, noise);
        }
    }

    /** Of W J Jᵀ Wᵀ. */
    private SymmetricEigen inDataSpace(Linearization linearization, Whitening white) {
        double[] matrix = new double[rows * rows];
        double[] unit = new double[rows];
        double[] data = new double[rows];
        double[] adjoint = new double[columns];
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
            unit[i] = 1;
            white.applyAdjoint(unit, data);
            linearization.vjp(data, adjoint);
            linearization.jvp(adjoint, data);
            white.apply(data, column);
            unit[i] = 0;
            System.arraycopy(column, 0, matrix, i * rows, rows);
        }
        return SymmetricEigen.of(rows, matrix);
    }

    /** Of Jᵀ Γ⁻¹ J. */
    private SymmetricEigen inModelSpace(Linearization linearization) {
        double[] matrix = new double[columns * columns];
        double[] unit = new double[columns];
        double[] data = new double[rows];
        double[] weighted = new double[rows];
        double[] column = new double[columns];
        for (int i = 0; i < columns; i++) {
            unit[i] = 1;
            linearization.jvp(unit, data);
            noise.solve(data, weighted);
            linearization.vjp(weighted, column);
            unit[i] = 0;
            System.arraycopy(column, 0, matrix, i * columns, columns);
        }
        return SymmetricEigen.of(columns, matrix);
    }
}
