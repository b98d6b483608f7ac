package org.rote.numerics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The levels of a diffusion process x_t = α_t x₀ + σ_t ε, ε ~ N(0, I), for steps t = 0 … T−1, noise growing with t. (Ho et al. count 1 … T: their ᾱ_{t+1} is α_t² here.)
 *
 * <p>Variance-preserving processes have α_t² + σ_t² = 1 and ᾱ_t = α_t²; variance-exploding ones α_t = 1. Either way x_t/α_t is x₀ with added noise of standard deviation {@link #noise}
 * σ_t/α_t, in the units of x₀: the level that {@link org.rote.spi.NoisyScore} asks for. Immutable.
 */
public final class NoiseLevels {

    private final double[] alpha;
    private final double[] sigma;

    private NoiseLevels(double[] alpha, double[] sigma) {
        this.alpha = alpha;
        this.sigma = sigma;
    }

    /**
     * A variance-preserving process.
     *
     * @param alphaBar ᾱ_t for every step, between 0 and 1, falling; not modified
     * @return α_t = √ᾱ_t, σ_t = √(1 − ᾱ_t)
     */
    public static NoiseLevels variancePreserving(double[] alphaBar) {
        return new NoiseLevels(
                Arrays.stream(alphaBar).map(Math::sqrt).toArray(),
                Arrays.stream(alphaBar).map(bar -> Math.sqrt(1 - bar)).toArray());
    }

    /**
     * A variance-exploding process, α_t = 1.
     *
     * @param steps T
     * @param sigma σ_t for every step, rising
     * @return the levels
     */
    static NoiseLevels varianceExploding(int steps, IntToDoubleFunction sigma) {
        double[] alphas = new double[steps];
        double[] sigmas = new double[steps];
        Arrays.fill(alphas, 1);
        Arrays.setAll(sigmas, sigma);
        return new NoiseLevels(alphas, sigmas);
    }

    /**
     * How many steps.
     *
     * @return T
     */
    public int steps() {
        return alpha.length;
    }

    /**
     * What is left of the signal.
     *
     * @param step t, from 0; −1 for before the first, where it is 1
     * @return α_t
     */
    public double alpha(int step) {
        return step < 0 ? 1 : alpha[step];
    }

    /**
     * The noise of the state x_t.
     *
     * @param step t, from 0; −1 for before the first, where it is 0
     * @return σ_t
     */
    public double sigma(int step) {
        return step < 0 ? 0 : sigma[step];
    }

    /**
     * The noise level of x_t/α_t.
     *
     * @param step t, from 0
     * @return σ_t/α_t, in the units of x₀
     */
    public double noise(int step) {
        return sigma[step] / alpha[step];
    }
}
