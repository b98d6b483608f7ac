package org.rote.numerics;

import org.rote.spi.NoisyScore;

/**
 * A diffusion process run backwards, a step at a time, for a batch of states:
 *
 * <pre>{@code
 * for (int t = levels.steps() - 1; t >= 0; t--) {
 *     process.denoise(t, states, count, denoised);
 *     process.deterministic(t, states, denoised, count, states);
 * }
 * }</pre>
 *
 * <p>With x̂ = E[x₀ | x_t] and ε̂ = (x_t − α_t x̂)/σ_t, and s = t − 1 (α_s = 1, σ_s = 0 before the first step):
 *
 * <ul>
 *   <li>{@link #deterministic}: x_s = α_s x̂ + σ_s ε̂ (DDIM; Song, Meng and Ermon 2021, eq. 12 with σ = 0);
 *   <li>{@link #ancestral}: x_s = α_s x̂ + √(σ_s² − v) ε̂ + √v z with v = σ_s² (1 − α_t² σ_s² / (α_s² σ_t²)), z standard normal: a draw of p(x_s | x_t, x₀ = x̂) (Ho et al. 2020, eq. 6 and 7;
 *       Kingma et al. 2021, appendix A.4, for any α and σ).
 * </ul>
 *
 * <p>A sampler that guides the process changes what is between the two calls. Cost: one batch of scores for each step. Immutable.
 */
public final class ReverseProcess {

    private final Denoiser denoiser;
    private final NoiseLevels levels;

    /**
     * Makes the process.
     *
     * @param score the score of the noisy distribution
     * @param levels the levels of the process, in the units of the states
     * @param size numbers in one state
     */
    public ReverseProcess(NoisyScore score, NoiseLevels levels, int size) {
        this.denoiser = new Denoiser(score, size);
        this.levels = levels;
    }

    /**
     * The levels.
     *
     * @return α_t and σ_t
     */
    public NoiseLevels levels() {
        return levels;
    }

    /**
     * Denoises states of one step.
     *
     * @param step t
     * @param states {@code count} states x_t, one after another; not modified
     * @param count number of states
     * @param out receives E[x₀ | x_t]; overwritten; another array than {@code states}
     */
    public void denoise(int step, double[] states, int count, double[] out) {
        double[] scaled = new double[count * denoiser.size()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = states[i] / levels.alpha(step);
        }
        denoiser.denoise(scaled, count, levels.noise(step), out);
    }

    /**
     * Goes one step back without randomness.
     *
     * @param step t
     * @param states {@code count} states x_t; not modified
     * @param denoised x̂, as {@link #denoise} gave it or changed by guidance; not modified
     * @param count number of states
     * @param out receives {@code count} states x_{t−1}; overwritten; may be {@code states}
     */
    public void deterministic(int step, double[] states, double[] denoised, int count, double[] out) {
        double signal = levels.alpha(step - 1);
        double noise = levels.sigma(step - 1);
        for (int i = 0; i < count * denoiser.size(); i++) {
            out[i] = signal * denoised[i] + noise * direction(step, states[i], denoised[i]);
        }
    }

    /**
     * Goes one step back with fresh noise.
     *
     * @param step t
     * @param states {@code count} states x_t; not modified
     * @param denoised x̂, as {@link #denoise} gave it or changed by guidance; not modified
     * @param normals standard normal numbers, as many as in the states; not modified. No use is made of them in the last step, t = 0
     * @param count number of states
     * @param out receives {@code count} states x_{t−1}; overwritten; may be {@code states}
     */
    public void ancestral(int step, double[] states, double[] denoised, double[] normals, int count, double[] out) {
        double signal = levels.alpha(step - 1);
        double noise = levels.sigma(step - 1);
        double ratio = levels.alpha(step) * noise / (signal * levels.sigma(step));
        // √(σ_s² − v) = σ_s · ratio
        double kept = noise * ratio;
        double fresh = noise * Math.sqrt(Math.max(0, 1 - ratio * ratio));
        for (int i = 0; i < count * denoiser.size(); i++) {
            out[i] = signal * denoised[i] + kept * direction(step, states[i], denoised[i]) + fresh * normals[i];
        }
    }

    private double direction(int step, double state, double denoised) {
        return (state - levels.alpha(step) * denoised) / levels.sigma(step);
    }
}
