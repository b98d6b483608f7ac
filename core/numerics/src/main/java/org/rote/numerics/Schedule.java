package org.rote.numerics;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * How the noise of a diffusion process grows with the step, as a section of a manifest: {@code schedule: { type: vp-linear, steps: 200 }}.
 *
 * <table>
 * <caption>Schedules</caption>
 * <tr><th>type</th><th>levels, t = 0 … T−1</th><th>source</th></tr>
 * <tr><td>{@link VpLinear vp-linear}</td><td>ᾱ_t = Π_{s ≤ t} (1 − β_s), β from first to last in equal steps</td><td>Ho et al. 2020, section 4</td></tr>
 * <tr><td>{@link VpCosine vp-cosine}</td><td>ᾱ_t = f(t+1)/f(0), f(u) = cos²((u/T + s)/(1 + s) · π/2)</td><td>Nichol and Dhariwal 2021, eq. 17</td></tr>
 * <tr><td>{@link Ve ve}</td><td>σ_t = σ_min (σ_max/σ_min)^{t/(T−1)}</td><td>Song et al. 2021, section 3.4</td></tr>
 * <tr><td>{@link Edm edm}</td><td>σ_t^{1/ρ} in equal steps from σ_min^{1/ρ} to σ_max^{1/ρ}</td><td>Karras et al. 2022, eq. 5</td></tr>
 * </table>
 *
 * <p>The levels are in the units of x₀. Networks are trained on models scaled to about one, and so are the defaults.
 */
public sealed interface Schedule {

    /**
     * How many steps.
     *
     * @return T
     */
    int steps();

    /**
     * Computes the levels.
     *
     * @return α_t and σ_t for every step
     */
    NoiseLevels levels();

    /**
     * Variance-preserving with linear β (Ho, Jain and Abbeel 2020, "Denoising diffusion probabilistic models").
     *
     * @param betaStart β of the first step
     * @param betaEnd β of the last step
     * @param steps number of steps T
     */
    record VpLinear(
            @Doc("variance added by the first step") @Default("1e-4")
            double betaStart,

            @Doc("variance added by the last step") @Default("0.02")
            double betaEnd,

            @Doc("number of steps") @Default("1000") int steps)
            implements Schedule {

        /** Checks the ranges. */
        public VpLinear {
            new Checks()
                    .positive("beta-start", betaStart)
                    .that(
                            betaEnd >= betaStart && betaEnd < 1,
                            "beta-end",
                            "must be at least beta-start = " + betaStart + " and less than 1, got " + betaEnd,
                            "give a number such as 0.02")
                    .atLeast("steps", steps, 1)
                    .verify();
        }

        @Override
        public NoiseLevels levels() {
            double[] alphaBar = new double[steps];
            double product = 1;
            for (int t = 0; t < steps; t++) {
                product *= 1 - (betaStart + fraction(t, steps) * (betaEnd - betaStart));
                alphaBar[t] = product;
            }
            return NoiseLevels.variancePreserving(alphaBar);
        }
    }

    /**
     * Variance-preserving with a squared cosine (Nichol and Dhariwal 2021, "Improved denoising diffusion probabilistic models"); β is kept at 0.999 or below, as there.
     *
     * @param offset s
     * @param steps number of steps T
     */
    record VpCosine(
            @Doc("offset s that keeps the first steps from being too small") @Default("0.008")
            double offset,

            @Doc("number of steps") @Default("1000") int steps)
            implements Schedule {

        private static final double LARGEST_BETA = 0.999;

        /** Checks the ranges. */
        public VpCosine {
            new Checks()
                    .that(
                            offset >= 0 && Double.isFinite(offset),
                            "offset",
                            "must be at least 0, got " + offset,
                            "give a small number such as 0.008")
                    .atLeast("steps", steps, 1)
                    .verify();
        }

        @Override
        public NoiseLevels levels() {
            double[] alphaBar = new double[steps];
            double product = 1;
            for (int t = 0; t < steps; t++) {
                product *= 1 - Math.min(LARGEST_BETA, 1 - squaredCosine(t + 1) / squaredCosine(t));
                alphaBar[t] = product;
            }
            return NoiseLevels.variancePreserving(alphaBar);
        }

        private double squaredCosine(int u) {
            double cosine = Math.cos(((double) u / steps + offset) / (1 + offset) * Math.PI / 2);
            return cosine * cosine;
        }
    }

    /**
     * Variance-exploding, σ geometric (Song et al. 2021, "Score-based generative modeling through stochastic differential equations").
     *
     * @param sigmaMin σ of the first step, in the units of x₀
     * @param sigmaMax σ of the last step, in the units of x₀
     * @param steps number of steps T
     */
    record Ve(
            @Doc("noise level of the first step") @Default("0.01")
            double sigmaMin,

            @Doc("noise level of the last step") @Default("50")
            double sigmaMax,

            @Doc("number of steps") @Default("1000") int steps)
            implements Schedule {

        /** Checks the ranges. */
        public Ve {
            checkSigmas(new Checks(), sigmaMin, sigmaMax, steps).verify();
        }

        @Override
        public NoiseLevels levels() {
            return NoiseLevels.varianceExploding(
                    steps, t -> sigmaMin * Math.pow(sigmaMax / sigmaMin, fraction(t, steps)));
        }
    }

    /**
     * The discretization of Karras et al. 2022, "Elucidating the design space of diffusion-based generative models".
     *
     * @param sigmaMin σ of the first step, in the units of x₀
     * @param sigmaMax σ of the last step, in the units of x₀
     * @param rho ρ; larger values make the first steps shorter
     * @param steps number of steps T
     */
    record Edm(
            @Doc("noise level of the first step") @Default("0.002")
            double sigmaMin,

            @Doc("noise level of the last step") @Default("80")
            double sigmaMax,

            @Doc("exponent; larger values make steps shorter where there is little noise") @Default("7")
            double rho,

            @Doc("number of steps") @Default("18") int steps)
            implements Schedule {

        /** Checks the ranges. */
        public Edm {
            checkSigmas(new Checks(), sigmaMin, sigmaMax, steps)
                    .positive("rho", rho)
                    .verify();
        }

        @Override
        public NoiseLevels levels() {
            double first = Math.pow(sigmaMin, 1 / rho);
            double last = Math.pow(sigmaMax, 1 / rho);
            return NoiseLevels.varianceExploding(
                    steps, t -> Math.pow(first + fraction(t, steps) * (last - first), rho));
        }
    }

    private static Checks checkSigmas(Checks checks, double sigmaMin, double sigmaMax, int steps) {
        return checks.positive("sigma-min", sigmaMin)
                .that(
                        sigmaMax > sigmaMin && Double.isFinite(sigmaMax),
                        "sigma-max",
                        "must be greater than sigma-min = " + sigmaMin + ", got " + sigmaMax,
                        "give the noise level of the last step, a few times the spread of the models")
                .atLeast("steps", steps, 2);
    }

    private static double fraction(int step, int steps) {
        return steps == 1 ? 0 : (double) step / (steps - 1);
    }
}
