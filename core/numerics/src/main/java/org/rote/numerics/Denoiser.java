package org.rote.numerics;

import org.rote.spi.NoisyScore;

/**
 * The best guess of x₀ from x = x₀ + σ ε, ε ~ N(0, I): E[x₀ | x] = x + σ² ∇ log p_σ(x), Tweedie's formula (Robbins, 1956; Efron, 2011, eq. 1.4).
 *
 * @param score the score of the noisy distribution
 * @param size numbers in one state
 */
public record Denoiser(NoisyScore score, int size) {

    /**
     * Denoises several states.
     *
     * @param states {@code count} noisy states, one after another; not modified
     * @param count number of states
     * @param sigma noise level σ in model units, greater than 0
     * @param out receives {@code count} means, one after another; overwritten; another array than {@code states}
     */
    public void denoise(double[] states, int count, double sigma, double[] out) {
        score.scores(states, count, sigma, out);
        for (int i = 0; i < count * size; i++) {
            out[i] = states[i] + sigma * sigma * out[i];
        }
    }
}
