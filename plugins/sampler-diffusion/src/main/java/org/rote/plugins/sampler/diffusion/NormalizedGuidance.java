package org.rote.plugins.sampler.diffusion;

import org.rote.numerics.ReverseProcess;
import org.rote.numerics.Vectors;

/**
 * Moves each state after each step by a given length along the gradient of the likelihood at its own denoised estimate: at level t − 1, and at the state itself after the last step. The published code
 * asks the denoiser for level t there, while the state is at t − 1.
 */
record NormalizedGuidance(Gradients gradients, ReverseProcess process, double length) implements Guidance {

    @Override
    public void after(int step, Batch batch) {
        int own = estimated(step);
        double[] denoised = batch.states.clone();
        if (own >= 0) {
            process.denoise(own, batch.states, batch.count, denoised);
        }
        double[] moves = gradients.of(step, own, batch, denoised);
        for (int i = 0; i < batch.count; i++) {
            double[] move = batch.of(moves, i);
            double norm = Vectors.norm(move);
            for (int k = 0; k < batch.size && norm != 0; k++) {
                batch.states[i * batch.size + k] += length / norm * move[k];
            }
        }
    }

    @Override
    public int estimated(int step) {
        return step - 1;
    }

    @Override
    public boolean fits() {
        return true;
    }
}
