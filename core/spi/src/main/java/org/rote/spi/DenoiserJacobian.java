package org.rote.spi;

/**
 * The derivative of the denoiser D(x; σ) = E[x₀ | x₀ + σ ε = x], ε ~ N(0, I): what guidance by data passes back through it.
 *
 * <p>J_D(x; σ) = ∂D/∂x = I + σ² ∇² log p_σ(x) = Cov(x₀ | x)/σ² is symmetric and positive semidefinite, so J_D v is J_Dᵀ v too. It belongs to the {@link NoisyScore} of the same distribution: D(x; σ) = x +
 * σ² ∇ log p_σ(x), and the framework derives it in closed form for {@link Atoms} and {@link Components}. A trained network offers it where it can be differentiated.
 *
 * <p>Source: Meng, Song, Li and Ermon (2021), "Estimating high order gradients of the data distribution by denoising", theorem 1, for the second-order Tweedie formula.
 */
public interface DenoiserJacobian {

    /**
     * Products J_D(x_i; σ) v_i of several states at one noise level.
     *
     * @param states {@code count} states x_i in model units, one after another; not modified
     * @param directions {@code count} vectors v_i, one after another; not modified
     * @param count number of states
     * @param sigma noise level σ in model units, greater than 0
     * @param out receives {@code count} products, one after another, in the unit of the directions; overwritten; another array than the inputs
     */
    void products(double[] states, double[] directions, int count, double sigma, double[] out);
}
