package org.rote.numerics;

import java.util.function.DoubleUnaryOperator;

/** Gauss quadrature from the tridiagonal matrix T of a Lanczos process (Golub &amp; Meurant, 1994). */
public final class LanczosQuadrature {

    private LanczosQuadrature() {}

    /**
     * e₁ᵀ f(T) e₁ = Σ_k q_{1k}² f(λ_k), which approximates vᵀ f(A) v / vᵀ v for the start vector v of the process.
     *
     * @param steps order n of T, at least 1
     * @param diagonal at least n numbers
     * @param beside at least n − 1 numbers, next to the diagonal
     * @param f a function on the spectrum
     * @return the sum
     */
    public static double integrate(int steps, double[] diagonal, double[] beside, DoubleUnaryOperator f) {
        double[] matrix = new double[steps * steps];
        for (int i = 0; i < steps; i++) {
            matrix[i * steps + i] = diagonal[i];
            if (i + 1 < steps) {
                matrix[i * steps + i + 1] = beside[i];
                matrix[(i + 1) * steps + i] = beside[i];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(steps, matrix);
        double[] unit = new double[steps];
        unit[0] = 1;
        double[] first = new double[steps];
        eigen.coordinates(unit, first);
        double sum = 0;
        for (int k = 0; k < steps; k++) {
            sum += first[k] * first[k] * f.applyAsDouble(eigen.values()[k]);
        }
        return sum;
    }
}
