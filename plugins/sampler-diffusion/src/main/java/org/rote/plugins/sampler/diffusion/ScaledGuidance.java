package org.rote.plugins.sampler.diffusion;

import org.rote.numerics.Vectors;

/**
 * Adds the gradient of the likelihood to the score: x̂ ← x̂ + (σ_t²/α_t) ∇_{x_t} log p(y | x̂(x_t)), the denoiser of the posterior by Tweedie's formula if p(y | x_t) were p(y | x̂).
 */
record ScaledGuidance(Gradients gradients) implements Guidance {

    @Override
    public void before(int step, Batch batch, double[] denoised) {
        double noise = gradients.levels().noise(step);
        Vectors.add(denoised, noise * noise, gradients.of(step, step, batch, denoised));
    }

    @Override
    public boolean fits() {
        return true;
    }
}
