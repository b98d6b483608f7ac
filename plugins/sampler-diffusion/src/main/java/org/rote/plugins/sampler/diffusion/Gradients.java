package org.rote.plugins.sampler.diffusion;

import java.util.Optional;
import org.rote.numerics.NoiseLevels;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.SamplerContext;

/** Gradients of the likelihood of denoised estimates with respect to noisy states, for a batch: one linearization each, and one batch of products with the denoiser's Jacobian. */
record Gradients(Pull pull, Optional<DenoiserJacobian> jacobian, NoiseLevels levels, SamplerContext context) {

    /**
     * α ∇_x log p(y | x̂) = J ∇_u log p(y | x(u)) at u = x̂(x), into a new array; misfits go into the batch.
     *
     * @param step the step under way, for the message of a chain that fails
     * @param level the level of the states; −1 for states without noise, whose estimates they are
     * @param denoised x̂
     */
    double[] of(int step, int level, Batch batch, double[] denoised) {
        double[] gradients = new double[batch.states.length];
        batch.forEach(step, context, i -> {
            double[] gradient = new double[batch.size];
            batch.misfits[i] = pull.gradient(batch.of(denoised, i), gradient);
            System.arraycopy(gradient, 0, gradients, i * batch.size, batch.size);
        });
        if (level < 0 || jacobian.isEmpty()) {
            return gradients;
        }
        double[] products = new double[gradients.length];
        jacobian.get().products(unscaled(level, batch), gradients, batch.count, levels.noise(level), products);
        return products;
    }

    /** x/α, the states as the denoiser takes them. */
    double[] unscaled(int level, Batch batch) {
        double[] scaled = batch.states.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] /= levels.alpha(level);
        }
        return scaled;
    }
}
