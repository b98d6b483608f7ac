package org.rote.plugins.parameterization.fields;

/** Orthonormal fields φ_k: ⟨φ_k, φ_l⟩ = δ_kl under the plain dot product. Safe to use from several threads at once. */
interface Basis {

    /** field = Σ_k c_k φ_k, overwritten whole; {@code coefficients} is not modified. */
    void synthesize(double[] coefficients, double[] field);

    /** c_k = ⟨φ_k, field⟩, overwritten whole; {@code field} is not modified. */
    void analyze(double[] field, double[] coefficients);
}
