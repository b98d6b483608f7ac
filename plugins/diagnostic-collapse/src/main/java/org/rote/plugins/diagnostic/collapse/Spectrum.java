package org.rote.plugins.diagnostic.collapse;

import java.util.Arrays;
import org.rote.numerics.SymmetricEigen;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;

/**
 * What the data see at one model: the eigenvalues λ_i of J Jᵀ in units of the noise, found in the smaller of data and model space. Costs min(m, d) products with J and Jᵀ and an
 * eigendecomposition of that size; the same for every model under an affine map.
 */
final class Spectrum {

    /** Side of the largest matrix that is decomposed: a few seconds. */
    static final int LARGEST = 1200;

    private final boolean inDataSpace;
    private final SymmetricEigen eigen;
    private final double[] values;
    private final Whitening whitening;

    private Spectrum(boolean inDataSpace, SymmetricEigen eigen, Whitening whitening) {
        this.inDataSpace = inDataSpace;
        this.eigen = eigen;
        this.whitening = whitening;
        this.values = eigen.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]); // rounding may leave a semidefinite matrix slightly negative
        }
    }

    static Spectrum at(double[] model, Likelihood likelihood, Whitening whitening) {
        int rows = likelihood.mapping().range().size();
        int columns = likelihood.mapping().domain().size();
        boolean inDataSpace = rows <= columns;
        int side = Math.min(rows, columns);
        double[] matrix = new double[side * side];
        double[] unit = new double[side];
        double[] column = new double[side];
        try (Linearization linearization = likelihood.mapping().linearize(model)) {
            Products products = new Products(linearization, whitening, rows, columns);
            for (int i = 0; i < side; i++) {
                unit[i] = 1;
                if (inDataSpace) {
                    products.outer(unit, column);
                } else {
                    products.inner(unit, column);
                }
                unit[i] = 0;
                System.arraycopy(column, 0, matrix, i * side, side);
            }
        }
        return new Spectrum(inDataSpace, SymmetricEigen.of(side, matrix), whitening);
    }

    /** λ_i, in no order. */
    double[] values() {
        return values;
    }

    /** ‖W J‖, the largest singular value. */
    double norm() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return Math.sqrt(largest);
    }

    /**
     * The evidence of N(x_n, σ² I) for the residual r = y − F(x_n): log N(r; 0, σ² J Jᵀ + Γ) up to the constant of Γ, as a function of σ.
     *
     * <p>In data space −½ Σ [ (qᵢᵀ W r)² / (1 + σ² λᵢ) + log(1 + σ² λᵢ) ]; in model space, where g = Jᵀ Γ⁻¹ r, −½ ‖W r‖² + ½ Σ [ σ² (qᵢᵀ g)² / (1 + σ² λᵢ) − log(1 + σ² λᵢ) ].
     */
    ComponentEvidence evidence(double[] residual, double[] model, Likelihood likelihood) {
        double[] white = new double[residual.length];
        whitening.apply(residual, white);
        double[] coordinates = new double[values.length];
        if (inDataSpace) {
            eigen.coordinates(white, coordinates);
            return sigma -> -0.5 * sum(sigma, (gain, i) -> coordinates[i] * coordinates[i] / gain);
        }
        double[] weighted = new double[residual.length];
        whitening.applyAdjoint(white, weighted);
        double[] gradient = new double[values.length];
        try (Linearization linearization = likelihood.mapping().linearize(model)) {
            linearization.vjp(weighted, gradient);
        }
        eigen.coordinates(gradient, coordinates);
        double misfit = Arrays.stream(white).map(value -> value * value).sum();
        return sigma ->
                -0.5 * (misfit + sum(sigma, (gain, i) -> -sigma * sigma * coordinates[i] * coordinates[i] / gain));
    }

    private interface Term {
        double at(double gain, int i);
    }

    private double sum(double sigma, Term term) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double gain = 1 + sigma * sigma * values[i];
            sum += term.at(gain, i) + Math.log(gain);
        }
        return sum;
    }

    /** Products with W J and its transpose; one thread. */
    private static final class Products {

        private final Linearization linearization;
        private final Whitening whitening;
        private final double[] model;
        private final double[] data;
        private final double[] white;

        Products(Linearization linearization, Whitening whitening, int rows, int columns) {
            this.linearization = linearization;
            this.whitening = whitening;
            this.model = new double[columns];
            this.data = new double[rows];
            this.white = new double[rows];
        }

        /** out = W J Jᵀ Wᵀ s. */
        void outer(double[] s, double[] out) {
            whitening.applyAdjoint(s, data);
            linearization.vjp(data, model);
            linearization.jvp(model, data);
            whitening.apply(data, out);
        }

        /** out = Jᵀ Γ⁻¹ J v. */
        void inner(double[] v, double[] out) {
            linearization.jvp(v, data);
            whitening.apply(data, white);
            whitening.applyAdjoint(white, data);
            linearization.vjp(data, out);
        }
    }
}
