package org.rote.plugins.sampler.diffusion;

import org.rote.numerics.ConjugateGradients;
import org.rote.numerics.Vectors;
import org.rote.spi.Covariance;
import org.rote.spi.Linearization;

/**
 * p(y | x_t) ≈ N(y; F(x̂), Γ + F′ C F′ᵀ), where C = (σ_t²/α_t²) J is the covariance of what x_t leaves open. The denoiser of the posterior is x̂ + C F′ᵀ (Γ + F′ C F′ᵀ)⁻¹ (y − F(x̂)) then, a
 * Kalman update; the solve is by a few conjugate-gradient steps, with Γ⁻¹ in front.
 *
 * <p>Source: Boys et al. (2023), "Tweedie moment projected diffusions for inverse problems", eq. 9; Rozet et al. (2024), "Learning diffusion priors from observations by expectation maximization",
 * section 4. Without the Jacobian C = σ_t²/(α_t² + σ_t²) I, that of a standard normal prior: Song et al. (2023), "Pseudoinverse-guided diffusion models", section 3.
 */
record MomentGuidance(Gradients gradients, Covariance noise, int iterations) implements Guidance {

    /** A solve that is this exact gains nothing by more steps. */
    private static final double TOLERANCE = 1e-8;

    @Override
    public void before(int step, Batch batch, double[] denoised) {
        double[] states = gradients.unscaled(step, batch);
        batch.forEach(step, gradients.context(), i -> {
            double[] estimate = batch.of(denoised, i);
            Open open = new Open(batch.of(states, i), gradients.levels().noise(step));
            double[] shift = new double[batch.size];
            batch.misfits[i] = gradients.pull().linearize(estimate, (linearization, residual) -> {
                double[] solved = new double[residual.length];
                new DataCovariance(linearization, open).solve(residual, solved);
                open.gain(linearization, solved, shift);
            });
            Vectors.add(estimate, shift);
            System.arraycopy(estimate, 0, denoised, i * batch.size, batch.size);
        });
    }

    @Override
    public boolean fits() {
        return true;
    }

    /** C at one state, in process coordinates. One thread. */
    private final class Open {

        private final double[] state;
        private final double sigma;
        private final double[] adjoint;

        Open(double[] state, double sigma) {
            this.state = state;
            this.sigma = sigma;
            this.adjoint = new double[state.length];
        }

        /** out = C F′ᵀ v. */
        void gain(Linearization linearization, double[] v, double[] out) {
            linearization.vjp(v, adjoint);
            gradients.pull().coordinates().stretch(adjoint);
            double variance = sigma * sigma;
            if (gradients.jacobian().isPresent()) {
                gradients.jacobian().get().products(state, adjoint, 1, sigma, out);
                Vectors.scale(out, variance);
            } else {
                System.arraycopy(adjoint, 0, out, 0, out.length);
                Vectors.scale(out, variance / (1 + variance));
            }
        }
    }

    /** Γ + F′ C F′ᵀ at one state. One thread. */
    private final class DataCovariance {

        private final Linearization linearization;
        private final Open open;
        private final double[] spread;
        private final double[] own;

        DataCovariance(Linearization linearization, Open open) {
            this.linearization = linearization;
            this.open = open;
            this.spread = new double[open.state.length];
            this.own = new double[noise.size()];
        }

        void solve(double[] residual, double[] out) {
            ConjugateGradients.approximate(this::multiply, noise::solve, residual, out, TOLERANCE, iterations);
        }

        private void multiply(double[] v, double[] out) {
            open.gain(linearization, v, spread);
            gradients.pull().coordinates().stretch(spread);
            linearization.jvp(spread, out);
            noise.apply(v, own);
            Vectors.add(out, own);
        }
    }
}
