package org.rote.plugins.sampler.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.numerics.Schedule;
import org.rote.spi.Covariance;
import org.rote.spi.Draws;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Likelihood;
import org.rote.spi.NoiseModel;
import org.rote.spi.NoisyScore;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestSamplerContext;
import org.rote.testkit.WhiteNoise;

/** What the draws of guided processes say, and what they ask for. */
class DpsTest {

    private static final int DRAWS = 400;

    /** Five standard errors of a standard deviation from 400 draws, and 3 percent for the steps. */
    private static final double SPREAD = 0.21;

    private static final MixturePrior GAUSSIAN = MixturePrior.gaussian(new double[] {0}, Covariances.isotropic(1, 1));

    private static double spread(Step step, Schedule schedule, double gamma) {
        DpsSampler sampler =
                new DpsSampler(Runs.config(schedule, Reversal.DETERMINISTIC, Scaling.AUTOMATIC, step, Jacobian.EXACT));
        return Runs.deviation(Runs.all(sampler, Runs.scalar(GAUSSIAN, 0, gamma), new TestSamplerContext(DRAWS))
                .values());
    }

    private static double exact(double gamma) {
        return gamma / Math.sqrt(1 + gamma * gamma);
    }

    @Test
    void spreadOfMomentMatchingIsThatOfTheNoise() {
        for (double gamma : new double[] {0.1, 0.5, 2}) {
            assertThat(spread(new Step.MomentMatching(1), Runs.COSINE, gamma) / exact(gamma))
                    .as("gamma = %s", gamma)
                    .isCloseTo(1, within(SPREAD));
        }
    }

    @Test
    void spreadOfTheScaledLikelihoodGrowsWithTheNoise() {
        // Stable where the largest noise level is not large against γ; too sure of itself, as it takes each estimate
        // for the truth.
        Schedule gentle = new Schedule.VpLinear(1e-4, 0.02, 400);
        double narrow = spread(new Step.Scaled(), gentle, 0.5);
        double wide = spread(new Step.Scaled(), gentle, 2);
        assertThat(narrow / exact(0.5)).isBetween(0.2, 0.6);
        assertThat(wide / exact(2)).isBetween(0.8, 1.1);
        assertThat(wide / narrow).isGreaterThan(1.8);
    }

    @Test
    void spreadOfTheNormalizedStepKnowsNothingOfTheNoise() {
        double narrow = spread(new Step.Normalized(0.035), Runs.COSINE, 0.1);
        double wide = spread(new Step.Normalized(0.035), Runs.COSINE, 2);
        assertThat(wide).isCloseTo(narrow, within(1e-9));
    }

    @Test
    void momentMatchingFindsTheWeightsOfTwoModesNearly() {
        MixturePrior modes = new MixturePrior(new double[] {1, 1}, new double[][] {{-2}, {2}}, new Covariance[] {
            Covariances.isotropic(1, 0.04), Covariances.isotropic(1, 0.04)
        });
        // w ∝ exp(−(y ∓ 2)²/(2 (0.04 + 4))): log odds 4 · 2 · 0.5 / (2 · 4.04), so 0.731 beside 0.269.
        Posterior posterior = Runs.scalar(modes, 0.5 * 4.04 / 4 * 2, 2);
        double weight = 1 / (1 + Math.exp(-1.01 * 4 / 4.04));
        DpsSampler sampler = new DpsSampler(Runs.config(
                Runs.COSINE, Reversal.DETERMINISTIC, Scaling.AUTOMATIC, new Step.MomentMatching(1), Jacobian.EXACT));
        Draws draws = Runs.all(sampler, posterior, new TestSamplerContext(DRAWS));
        double share = Arrays.stream(draws.traces().get("component")).average().orElseThrow();
        // Five standard errors √(w(1 − w)/400), and 0.03 for the method, whose Gaussian knows no modes.
        assertThat(share).isCloseTo(weight, within(0.11 + 0.03));
    }

    @Test
    void drawsInPhysicalUnitsAreThoseInUnitsOfOne() {
        double[][] models = {{-1, 0}, {1, 0.5}, {0, 1.5}};
        double[][] small = Arrays.stream(models)
                .map(x -> Arrays.stream(x).map(v -> 1e-7 * (3 + v)).toArray())
                .toArray(double[][]::new);
        double[][] rows = {{1, 0.5}};
        double[][] steep = {{1e7, 0.5e7}};
        for (Scaling scaling : new Scaling[] {Scaling.AUTOMATIC, Scaling.UNIFORM}) {
            DpsSampler sampler = new DpsSampler(Runs.config(
                    Runs.COSINE, Reversal.DETERMINISTIC, scaling, new Step.MomentMatching(2), Jacobian.EXACT));
            Draws one = Runs.all(sampler, plane(models, rows, 0.3), new TestSamplerContext(20));
            Draws si = Runs.all(sampler, plane(small, steep, 0.3 + 4.5), new TestSamplerContext(20));
            for (int i = 0; i < 40; i++) {
                assertThat(si.values()[i] / 1e-7 - 3).isCloseTo(one.values()[i], within(1e-6));
            }
        }
    }

    private static Posterior plane(double[][] models, double[][] rows, double data) {
        return new Posterior(
                new AtomPrior(models),
                new Likelihood(new DenseOperator(rows), new WhiteNoise(1, 0.5), new double[] {data}));
    }

    @Test
    void warnsOfASchedulesThatEndsBeforeThePriorIsLost() {
        TestSamplerContext context = new TestSamplerContext(1);
        Schedule published = new Schedule.VpLinear(1e-4, 0.02, 200);
        new DpsSampler(Runs.config(
                        published, Reversal.DETERMINISTIC, Scaling.NONE, new Step.Normalized(0.035), Jacobian.OMITTED))
                .start(Runs.scalar(GAUSSIAN, 0, 1), context)
                .close();
        assertThat(context.warnings())
                .containsExactly(
                        "schedule: the largest noise level is 2.56, in units of the prior's spread; below 10 the"
                                + " start of the reverse process is not the distribution of its states there, and draws are biased."
                                + " Give more steps, a larger beta-end or a larger sigma-max");
    }

    @Test
    void tellsWhatAPriorOrNoiseLacks() {
        Posterior posterior = new Posterior(
                new ScoreOnly(), new Likelihood(new DenseOperator(new double[][] {{1}}), new Loose(), new double[1]));
        DpsSampler exact = new DpsSampler(Runs.config(
                Runs.COSINE, Reversal.DETERMINISTIC, Scaling.STANDARDIZED, new Step.MomentMatching(1), Jacobian.EXACT));
        assertThat(exact.requires().unmet(posterior))
                .containsExactly(
                        "needs a prior with denoiser jacobian; give jacobian: omitted",
                        "needs a prior with atoms or components; give scaling: uniform",
                        "needs gaussian noise");
        DpsSampler uniform = new DpsSampler(
                Runs.config(Runs.COSINE, Reversal.DETERMINISTIC, Scaling.UNIFORM, new Step.Scaled(), Jacobian.OMITTED));
        assertThat(uniform.requires().unmet(posterior))
                .containsExactly("needs a prior with atoms or drawable or training set; give scaling: none");
        DpsSampler lenient = new DpsSampler(Runs.config(
                Runs.COSINE, Reversal.DETERMINISTIC, Scaling.AUTOMATIC, new Step.Scaled(), Jacobian.OMITTED));
        assertThat(lenient.requires().unmet(posterior)).isEmpty();
    }

    @Test
    void saysThatNothingIsScaledForAPriorThatTellsNothingButItsScore() {
        TestSamplerContext context = new TestSamplerContext(3);
        DpsSampler sampler = new DpsSampler(Runs.config(
                Runs.COSINE, Reversal.DETERMINISTIC, Scaling.AUTOMATIC, new Step.Chung(0.01), Jacobian.OMITTED));
        Draws draws = Runs.all(
                sampler,
                new Posterior(
                        new ScoreOnly(),
                        new Likelihood(new DenseOperator(new double[][] {{1}}), new WhiteNoise(1, 0.5), new double[1])),
                context);
        assertThat(draws.traces()).containsOnlyKeys("chain", "misfit");
        assertThat(context.warnings())
                .containsExactly(
                        "scaling: the prior tells neither atoms nor draws, so nothing is scaled; the schedule's noise"
                                + " levels are in model units then, and must reach ten times the spread of the models");
    }

    @Test
    void refusesNoChains() {
        assertThatThrownBy(() -> new DpsConfig(
                        Runs.COSINE,
                        Reversal.ANCESTRAL,
                        Scaling.NONE,
                        new Step.Scaled(),
                        Jacobian.EXACT,
                        Optional.of(0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("chains: must be at least 1, got 0 (give 1 or more)");
        assertThatThrownBy(() -> new OracleConfig(Runs.COSINE, Reversal.ANCESTRAL, Scaling.NONE, Optional.of(-1)))
                .hasMessage("chains: must be at least 1, got -1 (give 1 or more)");
    }

    /** A trained network that says nothing of its training set. */
    private record ScoreOnly() implements Prior, NoisyScore {
        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public void scores(double[] states, int count, double sigma, double[] out) {
            GAUSSIAN.scores(states, count, sigma, out);
        }
    }

    /** Noise without a covariance. */
    record Loose() implements NoiseModel {
        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public double logDensity(double[] observed, double[] predicted) {
            return -Math.abs(observed[0] - predicted[0]);
        }

        @Override
        public void gradient(double[] observed, double[] predicted, double[] out) {
            out[0] = Math.signum(observed[0] - predicted[0]);
        }

        @Override
        public void draw(double[] predicted, RandomGenerator random, double[] out) {
            out[0] = predicted[0];
        }
    }
}
