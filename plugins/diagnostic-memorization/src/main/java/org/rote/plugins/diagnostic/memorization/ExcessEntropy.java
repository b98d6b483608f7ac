package org.rote.plugins.diagnostic.memorization;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * How far noisy training models are from falling apart into one bell for each: the excess entropy of Biroli, Bonnaire, de Bortoli and Mézard (2024, arXiv 2402.18491),
 *
 * <pre>
 *   f(t) = log(N)/d + ½ (1 + log 2π Δ_t) − h(t),     x_t = e^(−t) x₀ + √Δ_t z,     Δ_t = 1 − e^(−2t)
 * </pre>
 *
 * <p>with h(t) the entropy of x_t for each of d dimensions. N separate bells have the entropy d h = log N + (d/2)(1 + log 2π Δ_t); where f is positive, their volumes overlap, and where it is negative, a reverse process is
 * bound to one training model. With σ = √Δ_t / e^(−t), the noise of x_t e^t, d f = log N − I(σ), where I(σ) is the information that x₀ + σ z gives of x₀: no unit and no schedule enters. Here f is told over its largest value, log(N)/d, so it falls from 1 through 0 at the collapse.
 */
final class ExcessEntropy {

    /** Of a noise level that is searched for, in units of the models' spread. */
    private static final double SMALLEST = 1e-5;

    private static final double LARGEST = 1e4;

    /** Halvings of a factor of 1e9, down to 1e-6. */
    private static final int HALVINGS = 25;

    private ExcessEntropy() {}

    /**
     * For Gaussian models: I(σ) = ½ Σ log(1 + λ/σ²). For d equal λ it vanishes at σ² = λ/(N^(2/d) − 1).
     *
     * @param variances λ, the eigenvalues of the covariance; not modified
     * @param count N
     * @param sigma noise level, greater than 0, in the unit of √λ
     * @return f d / log N
     */
    static double gaussian(double[] variances, int count, double sigma) {
        double information = 0;
        for (double variance : variances) {
            information += 0.5 * Math.log1p(variance / (sigma * sigma));
        }
        return 1 - information / Math.log(count);
    }

    /**
     * The noise level at which an excess entropy passes 0.
     *
     * @param excess grows with the noise level
     * @param spread of the models; the search goes from 1e-5 to 1e4 of it
     * @return the level, to 1e-6; empty where there is none
     */
    static OptionalDouble collapse(DoubleUnaryOperator excess, double spread) {
        double low = Math.log(SMALLEST * spread);
        double high = Math.log(LARGEST * spread);
        if (!(excess.applyAsDouble(Math.exp(low)) < 0) || !(excess.applyAsDouble(Math.exp(high)) > 0)) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (excess.applyAsDouble(Math.exp(middle)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(Math.exp((low + high) / 2));
    }
}
