package org.rote.plugins.sampler.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.numerics.posterior.Iteration;
import org.rote.numerics.posterior.Solver;
import org.rote.spi.Atoms;
import org.rote.spi.Chain;
import org.rote.spi.Covariance;
import org.rote.spi.Draws;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.RunExecutor;
import org.rote.spi.Sampler;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestContext;
import org.rote.testkit.TestSamplerContext;
import org.rote.testkit.WhiteNoise;

/** What the plugin offers, what its samplers ask for, and what they say where they cannot go on. */
class ClosedFormSamplersTest {

    private static final TestContext CONTEXT = TestContext.in(Space.vector(1));

    /** Weights of five numbers in double precision. */
    private static final double ROUNDING = 1e-12;

    @Test
    void offersFourSamplersEachWithASentenceAndAnExampleOfItsName() {
        assertThat(new ClosedFormPlugin().samplers())
                .extracting(Factory::name)
                .containsExactly("reweighting", "linearized-mixture", "exact-mixture", "quadrature");
        assertThat(new ClosedFormPlugin().samplers()).allSatisfy(factory -> {
            assertThat(factory.example()).startsWith("type: " + factory.name() + "\n");
            assertThat(factory.describe()).isNotBlank().doesNotEndWith(".");
        });
    }

    @Test
    void saysWhatAPosteriorLacks() {
        Posterior cubicUnderAtoms =
                new Posterior(new AtomPrior(new double[][] {{0}, {1}}), likelihood(new Stylized.Cubic(), 0.3));
        MixtureConfig config = new MixtureConfig(Solver.DENSE, iteration());
        assertThat(sampler("exact-mixture", config).requires().unmet(cubicUnderAtoms))
                .containsExactly("needs a prior with components", "needs a linear operator");
        assertThat(sampler("linearized-mixture", config).requires().unmet(cubicUnderAtoms))
                .containsExactly("needs a prior with components");
        QuadratureConfig grid = new QuadratureConfig(10, Optional.empty(), Optional.empty());
        assertThat(sampler("quadrature", grid).requires().unmet(cubicUnderAtoms))
                .containsExactly("needs a prior with density");
        assertThat(sampler("reweighting", new ReweightingConfig()).requires().unmet(cubicUnderAtoms))
                .isEmpty();
    }

    @Test
    void reweightedDrawsAreAtomsNamedByTheirNumber() {
        double[][] models = {{-1}, {0.5}, {2}};
        Posterior posterior = new Posterior(new AtomPrior(models), likelihood(new Stylized.Cubic(), 1));
        try (Chain chain =
                sampler("reweighting", new ReweightingConfig()).start(posterior, new TestSamplerContext(50))) {
            Draws draws = chain.advance(50).orElseThrow();
            double[] atoms = draws.traces().get("atom");
            assertThat(draws.values())
                    .containsExactly(
                            Arrays.stream(atoms).map(n -> models[(int) n][0]).toArray());
            assertThat(Arrays.stream(atoms).distinct().count()).isGreaterThan(1);
        }
    }

    @Test
    void atomsWithoutWeightAreNotSimulated() {
        AtomicInteger simulated = new AtomicInteger();
        ForwardOperator counting = new Counting(simulated);
        AtomPrior prior = new AtomPrior(new double[] {1, 0, 1}, new double[][] {{0}, {Double.NaN}, {0.3}});
        Posterior posterior = new Posterior(prior, likelihood(counting, 0.3));
        try (Chain chain =
                sampler("reweighting", new ReweightingConfig()).start(posterior, new TestSamplerContext(1))) {
            Atoms atoms =
                    chain.solution().flatMap(s -> s.capability(Atoms.class)).orElseThrow();
            double relative = Math.exp(-0.5 * Math.pow((0.3 + 0.3 * 0.027) / 0.3, 2));
            assertThat(Math.exp(atoms.logWeight(0))).isCloseTo(1 / (1 + relative), within(ROUNDING));
            assertThat(atoms.logWeight(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        }
        assertThat(simulated).hasValue(2);
    }

    @Test
    void saysThatNoModelExplainsTheData() {
        Posterior posterior =
                new Posterior(new AtomPrior(new double[][] {{1e200}, {2e200}}), likelihood(new Stylized.Cubic(), 1));
        assertThatThrownBy(() ->
                        sampler("reweighting", new ReweightingConfig()).start(posterior, new TestSamplerContext(1)))
                .isInstanceOf(NumericsException.class)
                .hasMessage(
                        "all 2 weights are zero: no candidate explains the data at all; check units and noise level");
    }

    @Test
    void linearizesEachComponentOnceEvenWithoutMatrices() {
        AtomicInteger linearized = new AtomicInteger();
        Covariance covariance = Covariances.isotropic(1, 0.1);
        MixturePrior prior =
                new MixturePrior(new double[] {1, 1, 1}, new double[][] {{-1}, {0}, {1}}, new Covariance[] {
                    covariance, covariance, covariance
                });
        Posterior posterior = new Posterior(prior, likelihood(new Linearizations(linearized), 0.3));
        for (Solver solver : new Solver[] {Solver.DENSE, Solver.ITERATIVE}) {
            linearized.set(0);
            sampler("linearized-mixture", new MixtureConfig(solver, iteration()))
                    .start(posterior, new TestSamplerContext(1))
                    .close();
            assertThat(linearized).as("%s", solver).hasValue(3);
        }
    }

    @Test
    void drawsDoNotDependOnTheOrderInWhichTasksRun() {
        Covariance covariance = Covariances.isotropic(2, 0.5);
        MixturePrior prior = new MixturePrior(
                new double[] {1, 1}, new double[][] {{-1, 0}, {1, 0}}, new Covariance[] {covariance, covariance});
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[][] {{1, 1}}), new WhiteNoise(1, 0.5), new double[] {0});
        MixtureSampler sampler = new MixtureSampler(new MixtureConfig(Solver.DENSE, iteration()), Requirements.none());
        TestSamplerContext context = new TestSamplerContext(40);
        assertThat(draws(sampler, new Posterior(prior, likelihood), context.withExecutor(new Backwards())))
                .containsExactly(draws(sampler, new Posterior(prior, likelihood), context));
    }

    private static double[] draws(Sampler sampler, Posterior posterior, TestSamplerContext context) {
        try (Chain chain = sampler.start(posterior, context)) {
            return chain.advance(40).orElseThrow().values();
        }
    }

    @Test
    void rejectsIterationsThatCannotEnd() {
        assertThatThrownBy(() -> new Iteration(0, 0, 1, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("tolerance: must be greater than 0, got 0.0 (give a positive number);"
                        + " largest-iterations: must be at least 1, got 0 (give 1 or more);"
                        + " probes: must be at least 2, got 1 (give 2 or more);"
                        + " lanczos-steps: must be at least 1, got 0 (give 1 or more)");
    }

    private static Iteration iteration() {
        return new Iteration(1e-8, 100, 2, 5);
    }

    private static Likelihood likelihood(ForwardOperator operator, double noise) {
        return new Likelihood(operator, new WhiteNoise(1, noise), new double[] {0});
    }

    private static <C extends Record> Sampler sampler(String name, C config) {
        return new ClosedFormPlugin()
                .samplers().stream()
                        .filter(factory -> factory.name().equals(name))
                        .map(factory -> create(factory, config))
                        .findFirst()
                        .orElseThrow();
    }

    @SuppressWarnings("unchecked") // the caller gives the factory's own config
    private static <C extends Record> Sampler create(Factory<?, ? extends Sampler> factory, C config) {
        assertThat(factory.configType()).isEqualTo(config.getClass());
        return ((Factory<C, Sampler>) factory).create(config, CONTEXT);
    }

    /** The cubic, counting simulations. */
    private record Counting(AtomicInteger simulated) implements ForwardOperator {
        @Override
        public Space domain() {
            return Space.vector(1);
        }

        @Override
        public Space range() {
            return Space.vector(1);
        }

        @Override
        public void forward(double[] x, double[] out) {
            simulated.incrementAndGet();
            new Stylized.Cubic().forward(x, out);
        }

        @Override
        public Linearization linearize(double[] x) {
            return new Stylized.Cubic().linearize(x);
        }
    }

    /** The cubic, counting linearizations. */
    private record Linearizations(AtomicInteger count) implements ForwardOperator {
        @Override
        public Space domain() {
            return Space.vector(1);
        }

        @Override
        public Space range() {
            return Space.vector(1);
        }

        @Override
        public void forward(double[] x, double[] out) {
            new Stylized.Cubic().forward(x, out);
        }

        @Override
        public Linearization linearize(double[] x) {
            count.incrementAndGet();
            return new Stylized.Cubic().linearize(x);
        }
    }

    /** Runs the last task first. */
    private static final class Backwards implements RunExecutor {
        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            for (int i = tasks - 1; i >= 0; i--) {
                task.accept(i);
            }
        }
    }
}
