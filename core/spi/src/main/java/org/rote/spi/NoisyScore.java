package org.rote.spi;

/**
 * The score of a distribution after noise was added: ∇ log p_σ(x), p_σ = p * N(0, σ² I). What a diffusion model learns.
 *
 * <p>σ is the standard deviation of the added noise in model units. A variance-preserving state x_t = α_t x₀ + σ_t ε is mapped by the caller:
 * σ = σ_t / α_t, evaluated at x_t / α_t. The denoiser follows by Tweedie: E[x₀ | x] = x + σ² ∇ log p_σ(x).
 */
public interface NoisyScore {

    /**
     * Scores of several states at one noise level.
     *
     * @param states {@code count} states, one after another; not modified
     * @param count number of states
     * @param sigma noise level, greater than 0
     * @param out receives {@code count} scores, one after another; overwritten
     */
    void scores(double[] states, int count, double sigma, double[] out);
}
