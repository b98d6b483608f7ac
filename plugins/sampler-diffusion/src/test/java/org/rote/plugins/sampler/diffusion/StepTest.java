package org.rote.plugins.sampler.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.numerics.Schedule;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Posterior;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.TestSamplerContext;

/**
 * Two steps of every guidance against their formulas, written out for two atoms at ±1, whose denoiser at noise level s is tanh(v/s²) with the derivative (1 − tanh²)/s². One datum y = 0.4 under noise
 * γ = 0.5 sees the unknown.
 */
class StepTest {

    /** Some ten operations in double. */
    private static final double ROUNDING = 1e-13;

    private static final double DATA = 0.4;
    private static final double GAMMA = 0.5;

    /** β = 0.5 in both steps: ᾱ₀ = 1/2, ᾱ₁ = 1/4. */
    private static final Schedule SCHEDULE = new Schedule.VpLinear(0.5, 0.5, 2);

    private static final double[] ALPHA = {Math.sqrt(0.5), 0.5};
    private static final double[] SIGMA = {Math.sqrt(0.5), Math.sqrt(0.75)};

    private static final Posterior POSTERIOR =
            Runs.scalar(new AtomPrior(new double[] {-1}, new double[] {1}), DATA, GAMMA);

    private final TestSamplerContext context = new TestSamplerContext(1);

    private double draw(Step step, Jacobian jacobian) {
        return Runs.all(
                        new DpsSampler(Runs.config(SCHEDULE, Reversal.DETERMINISTIC, Scaling.NONE, step, jacobian)),
                        POSTERIOR,
                        context)
                .values()[0];
    }

    private double start() {
        return context.random("start", 0).nextGaussian();
    }

    private static double noise(int t) {
        return SIGMA[t] / ALPHA[t];
    }

    private static double denoise(int t, double x) {
        return Math.tanh(x / ALPHA[t] / (noise(t) * noise(t)));
    }

    /** J, or what stands for it. */
    private static double jacobian(int t, double x, Jacobian jacobian) {
        double tanh = denoise(t, x);
        return jacobian == Jacobian.EXACT ? (1 - tanh * tanh) / (noise(t) * noise(t)) : 1;
    }

    /** From level t to t − 1 with a denoised estimate (DDIM). */
    private static double back(int t, double x, double denoised) {
        double direction = (x - ALPHA[t] * denoised) / SIGMA[t];
        return t == 0 ? denoised : ALPHA[t - 1] * denoised + SIGMA[t - 1] * direction;
    }

    private static double pull(double estimate) {
        return (DATA - estimate) / (GAMMA * GAMMA);
    }

    @ParameterizedTest
    @EnumSource
    void normalizedStepGoesItsLengthAlongTheGradientAtTheStatesOwnLevel(Jacobian jacobian) {
        double x = start();
        x = back(1, x, denoise(1, x));
        x += 0.1 * Math.signum(pull(denoise(0, x)) * jacobian(0, x, jacobian));
        x = denoise(0, x);
        x += 0.1 * Math.signum(pull(x));
        assertThat(draw(new Step.Normalized(0.1), jacobian)).isCloseTo(x, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource
    void chungsStepIsTheGradientOfTheSquaredResidualOverTheResidual(Jacobian jacobian) {
        double zeta = 0.2;
        double x = start();
        for (int t = 1; t >= 0; t--) {
            double estimate = denoise(t, x);
            double residual = Math.abs(DATA - estimate) / GAMMA;
            double slope = -2 * pull(estimate) * jacobian(t, x, jacobian) / ALPHA[t];
            x = back(t, x, estimate) - zeta / residual * slope;
        }
        assertThat(draw(new Step.Chung(zeta), jacobian)).isCloseTo(x, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource
    void adagradDividesByTheRootOfTheSummedSquares(Jacobian jacobian) {
        double x = start();
        double squares = 0;
        for (int t = 1; t >= 0; t--) {
            double estimate = denoise(t, x);
            double gradient = pull(estimate) * jacobian(t, x, jacobian) / ALPHA[t];
            squares += gradient * gradient;
            x = back(t, x, estimate) + 0.1 * gradient / Math.sqrt(squares);
        }
        assertThat(draw(new Step.Adagrad(0.1), jacobian)).isCloseTo(x, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource
    void scaledLikelihoodMovesTheEstimateByTheSquaredNoiseTimesTheGradient(Jacobian jacobian) {
        double x = start();
        for (int t = 1; t >= 0; t--) {
            double estimate = denoise(t, x);
            double gradient = pull(estimate) * jacobian(t, x, jacobian) / ALPHA[t];
            x = back(t, x, estimate + SIGMA[t] * SIGMA[t] / ALPHA[t] * gradient);
        }
        assertThat(draw(new Step.Scaled(), jacobian)).isCloseTo(x, within(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource
    void momentMatchingIsAKalmanUpdateByTheDenoisersCovariance(Jacobian jacobian) {
        double x = start();
        for (int t = 1; t >= 0; t--) {
            double estimate = denoise(t, x);
            double square = noise(t) * noise(t);
            double variance = jacobian == Jacobian.EXACT ? square * jacobian(t, x, jacobian) : square / (1 + square);
            x = back(t, x, estimate + variance / (GAMMA * GAMMA + variance) * (DATA - estimate));
        }
        assertThat(draw(new Step.MomentMatching(1), jacobian)).isCloseTo(x, within(ROUNDING));
    }

    @Test
    void ancestralStepsAddTheChainsOwnNoise() {
        double x = start();
        double estimate = denoise(1, x);
        // The mean and the variance of p(x₀ | x₁, x̂) by Ho et al. 2020, eq. 7, with β = 0.5, ᾱ = 1/4, ᾱ before = 1/2.
        double mean = Math.sqrt(0.5) * 0.5 / 0.75 * estimate + Math.sqrt(0.5) * 0.5 / 0.75 * x;
        x = mean + Math.sqrt(0.5 / 0.75 * 0.5) * context.random("noise-1", 0).nextGaussian();
        double drawn = Runs.all(
                        new DpsSampler(new DpsConfig(
                                SCHEDULE,
                                Reversal.ANCESTRAL,
                                Scaling.NONE,
                                new Step.Adagrad(1e-300),
                                Jacobian.EXACT,
                                Optional.empty())),
                        POSTERIOR,
                        context)
                .values()[0];
        assertThat(drawn).isCloseTo(denoise(0, x), within(ROUNDING));
    }

    @Test
    void pathsHoldTheMisfitOfEachEstimateAndItsNoiseLevel() {
        draw(new Step.Scaled(), Jacobian.EXACT);
        double x = start();
        assertThat(context.arrays().get("path-noise").values())
                .containsExactly(new double[] {noise(1), noise(0)}, within(ROUNDING));
        assertThat(context.arrays().get("path-misfit").shape()).containsExactly(2, 1);
        double residual = (DATA - denoise(1, x)) / GAMMA;
        assertThat(context.arrays().get("path-misfit").values()[0]).isCloseTo(residual * residual, within(ROUNDING));
    }

    @Test
    void pathOfTheNormalizedStepEndsWithoutNoise() {
        draw(new Step.Normalized(0.1), Jacobian.EXACT);
        assertThat(context.arrays().get("path-noise").values())
                .containsExactly(new double[] {noise(0), 0}, within(ROUNDING));
    }

    @Test
    void refusesStepsThatDoNotMove() {
        assertThatThrownBy(() -> new Step.Normalized(0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("step: must be greater than 0, got 0.0 (give a positive number)");
        assertThatThrownBy(() -> new Step.Adagrad(-1))
                .hasMessage("step: must be greater than 0, got -1.0 (give a positive number)");
        assertThatThrownBy(() -> new Step.Chung(Double.NaN))
                .hasMessage("zeta: must be greater than 0, got NaN (give a positive number)");
        assertThatThrownBy(() -> new Step.MomentMatching(0))
                .hasMessage("iterations: must be at least 1, got 0 (give 1 or more)");
    }
}
