package org.rote.plugins.sampler.diffusion;

import org.rote.numerics.Vectors;

/** Moves the states after each step along gradients that were taken before it, at level t. */
final class MoveGuidance implements Guidance {

    /** Turns the gradient of one chain into its move. */
    interface Rule {

        /**
         * Makes the move.
         *
         * @param gradient ∇_{x_t} log p(y | x̂(x_t)); receives the move
         * @param norm ‖y − F(x̂)‖ in units of the noise
         * @param memory what the rule kept for this chain; changed
         */
        void move(double[] gradient, double norm, double[] memory);

        /** x_{t−1} + 2ζ g/‖r‖ = x_{t−1} − (ζ/‖r‖) ∇‖r‖², as ∇‖r‖² = −2g (Chung et al. 2023, algorithm 1). */
        static Rule chung(double zeta) {
            return (gradient, norm, memory) -> Vectors.scale(gradient, norm > 0 ? 2 * zeta / norm : 0);
        }

        /** step g_k/√(Σ g_k²) for each component k (Duchi, Hazan and Singer, 2011). */
        static Rule adagrad(double step) {
            return (gradient, norm, memory) -> {
                for (int k = 0; k < gradient.length; k++) {
                    memory[k] += gradient[k] * gradient[k];
                    gradient[k] = memory[k] > 0 ? step * gradient[k] / Math.sqrt(memory[k]) : 0;
                }
            };
        }
    }

    private final Gradients gradients;
    private final Rule rule;
    private double[] moves = new double[0];

    MoveGuidance(Gradients gradients, Rule rule) {
        this.gradients = gradients;
        this.rule = rule;
    }

    @Override
    public void before(int step, Batch batch, double[] denoised) {
        moves = gradients.of(step, step, batch, denoised);
        Vectors.scale(moves, 1 / gradients.levels().alpha(step));
        for (int i = 0; i < batch.count; i++) {
            if (batch.runs(i)) {
                double norm = Math.sqrt(batch.misfits[i] * gradients.pull().dataCount());
                double[] move = batch.of(moves, i);
                double[] memory = batch.of(batch.memory, i);
                rule.move(move, norm, memory);
                System.arraycopy(move, 0, moves, i * batch.size, batch.size);
                System.arraycopy(memory, 0, batch.memory, i * batch.size, batch.size);
            }
        }
    }

    @Override
    public void after(int step, Batch batch) {
        Vectors.add(batch.states, moves);
    }

    @Override
    public boolean fits() {
        return true;
    }
}
