package org.rote.plugins.diagnostic.collapse;

import org.rote.numerics.SymmetricEigen;

/** What the data see at one model: the eigenvalues λ_i of J Jᵀ in units of the noise, found in the smaller of data and model space; the same everywhere under an affine map. */
interface Spectrum {

    /** ‖Γ^−½ J‖, the largest singular value. */
    double norm();

    /** The evidence of N(x_n, σ² I) for the residual r = y − F(x_n): log N(r; 0, σ² J Jᵀ + Γ) up to the constant of Γ, as a function of σ. */
    ComponentEvidence evidence(double[] residual, double[] model);

    /** Rounding may leave a semidefinite matrix slightly negative. */
    static double[] clipped(SymmetricEigen eigen) {
        double[] values = eigen.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    /** The square root of the largest. */
    static double norm(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return Math.sqrt(largest);
    }
}
