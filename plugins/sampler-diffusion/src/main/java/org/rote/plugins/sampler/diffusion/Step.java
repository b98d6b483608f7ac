package org.rote.plugins.sampler.diffusion;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * How the gradient of the likelihood moves a reverse process, as a section of a manifest: {@code step: { type: moment-matching }}. With x̂ = D(x_t/α_t) the denoised estimate, g = ∇_{x_t} log p(y |
 * x̂(x_t)) and J the Jacobian of the denoiser, in process coordinates:
 *
 * <table>
 * <caption>Steps</caption>
 * <tr><th>type</th><th>what it does</th><th>source</th></tr>
 * <tr><td>{@link MomentMatching moment-matching}</td><td>x̂ ← x̂ + C Fᵀ (Γ + F C Fᵀ)⁻¹ (y − F(x̂)) before the step, C = (σ_t²/α_t²) J</td><td>Boys et al. 2023; Rozet et al. 2024</td></tr>
 * <tr><td>{@link Scaled scaled}</td><td>x̂ ← x̂ + (σ_t²/α_t) g before the step</td><td>Chung et al. 2023, eq. 11, with the likelihood as it is</td></tr>
 * <tr><td>{@link Chung chung}</td><td>x_{t−1} ← x_{t−1} + 2ζ g/‖y − F(x̂)‖_Γ after it</td><td>Chung et al. 2023, algorithm 1</td></tr>
 * <tr><td>{@link Adagrad adagrad}</td><td>x_{t−1} ← x_{t−1} + step g/√(Σ g²) after it, component by component</td><td>Duchi et al. 2011</td></tr>
 * <tr><td>{@link Normalized normalized}</td><td>x_{t−1} ← x_{t−1} + step g/‖g‖ after it, g at x_{t−1} itself</td><td>Siahkoohi and Sabeddu 2026</td></tr>
 * </table>
 */
public sealed interface Step {

    /**
     * The likelihood with the covariance of what the denoiser does not know: exact for a Gaussian prior and a linear F. Needs Gaussian noise.
     *
     * @param iterations conjugate-gradient steps, each one jvp, one vjp and one product with J
     */
    record MomentMatching(
            @Doc("conjugate-gradient steps for each solve, one jvp and one vjp each") @Default("5")
            int iterations) implements Step {

        /** Checks the range. */
        public MomentMatching {
            new Checks().atLeast("iterations", iterations, 1).verify();
        }
    }

    /** The likelihood of the estimate as it stands. Unstable where the noise of the process is much larger than what the data allow. */
    record Scaled() implements Step {}

    /**
     * Chung's step, with residuals in units of the noise's standard deviation: ζ = ζ′ γ for the paper's ζ′ under white noise γ.
     *
     * @param zeta ζ
     */
    record Chung(
            @Doc("step zeta, for residuals in units of the noise's standard deviation") @Default("0.1")
            double zeta) implements Step {

        /** Checks the range. */
        public Chung {
            new Checks().positive("zeta", zeta).verify();
        }
    }

    /**
     * Squares of the gradients are added up over the steps, for each component of each chain.
     *
     * @param step how far each component goes in the first step, in process coordinates
     */
    record Adagrad(
            @Doc("how far each component goes in the first step, in process coordinates") @Default("0.1")
            double step) implements Step {

        /** Checks the range. */
        public Adagrad {
            new Checks().positive("step", step).verify();
        }
    }

    /**
     * Steps of one length whatever the gradient's, so the noise level of the data has no influence on the spread of the draws.
     *
     * @param step how far a state goes, in process coordinates
     */
    record Normalized(
            @Doc("how far a state goes in each step, in process coordinates") @Default("0.035")
            double step) implements Step {

        /** Checks the range. */
        public Normalized {
            new Checks().positive("step", step).verify();
        }
    }
}
