package org.rote.plugins.sampler.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.numerics.Schedule;
import org.rote.spi.Chain;
import org.rote.spi.ChainState;
import org.rote.spi.Draws;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.ResourceException;
import org.rote.spi.RunInterruptedException;
import org.rote.spi.Sampler;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.TestSamplerContext;
import org.rote.testkit.ThreadedExecutor;
import org.rote.testkit.WhiteNoise;

/** Batches, snapshots, threads, failures: what the chain does whatever guides it. */
class DiffusionChainTest {

    private static final int DRAWS = 8;

    private static final AtomPrior ATOMS =
            new AtomPrior(new double[][] {{-1, 0}, {1, 0.5}, {0, 1.5}, {0.5, 1}, {-0.5, -1}});

    private static final Posterior PLANE = new Posterior(
            ATOMS,
            new Likelihood(
                    new DenseOperator(new double[][] {{1, 0.5}, {-0.3, 0.8}}),
                    new WhiteNoise(2, 0.5),
                    new double[] {0.7, 0.4}));

    static List<Step> steps() {
        return List.of(
                new Step.MomentMatching(2),
                new Step.Scaled(),
                new Step.Chung(0.1),
                new Step.Adagrad(0.1),
                new Step.Normalized(0.05));
    }

    private static Sampler dps(Step step, Reversal process, int chains) {
        return new DpsSampler(new DpsConfig(
                new Schedule.Edm(0.01, 20, 3, 5),
                process,
                Scaling.STANDARDIZED,
                step,
                Jacobian.EXACT,
                Optional.of(chains)));
    }

    private static TestSamplerContext context() {
        return new TestSamplerContext(DRAWS).withSeed(3);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void givesTheSameBitsWhenResumedAfterAnyPieceOfWork(Step step) {
        Sampler sampler = dps(step, Reversal.ANCESTRAL, 3);
        TestSamplerContext whole = context();
        Draws expected = Runs.all(sampler, PLANE, whole);
        assertThat(expected.count()).isEqualTo(DRAWS);
        List<ChainState> states = new ArrayList<>();
        List<Integer> drawn = new ArrayList<>();
        try (Chain chain = sampler.start(PLANE, context())) {
            int given = 0;
            states.add(chain.state());
            drawn.add(0);
            for (Optional<Draws> next = chain.advance(2); next.isPresent(); next = chain.advance(2)) {
                given += next.get().count();
                states.add(chain.state());
                drawn.add(given);
            }
        }
        for (int k = 0; k < states.size(); k++) {
            TestSamplerContext context = context().resumingFrom(states.get(k));
            try (Chain chain = sampler.start(PLANE, context)) {
                Draws rest = Runs.rest(chain);
                assertThat(rest.values())
                        .as("resumed after %d pieces", k)
                        .isEqualTo(Arrays.copyOfRange(expected.values(), 2 * drawn.get(k), 2 * DRAWS));
                int from = drawn.get(k);
                if (from < DRAWS) {
                    expected.traces()
                            .forEach((name, trace) -> assertThat(rest.traces().get(name))
                                    .as(name)
                                    .isEqualTo(Arrays.copyOfRange(trace, from, DRAWS)));
                }
            }
            if (context.arrays().containsKey("path-misfit")) {
                assertThat(context.arrays().get("path-misfit").values())
                        .isEqualTo(whole.arrays().get("path-misfit").values());
            }
        }
        assertThat(whole.arrays().get("path-misfit").shape()).containsExactly(5, 3);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void givesAChainTheSameBitsWhateverTheThreadsAndTheBatch(Step step) {
        Draws expected = Runs.all(dps(step, Reversal.ANCESTRAL, DRAWS), PLANE, context());
        for (int chains : new int[] {1, 3}) {
            TestSamplerContext threaded = context().withExecutor(new ThreadedExecutor(2));
            Draws draws = Runs.all(dps(step, Reversal.ANCESTRAL, chains), PLANE, threaded);
            assertThat(draws.values()).as("%d chains at once", chains).isEqualTo(expected.values());
        }
        assertThat(expected.traces().get("chain")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @ParameterizedTest
    @EnumSource
    void tracesTellTheNearestAtomAndTheMisfitOfEachDraw(Reversal process) {
        Draws draws = Runs.all(dps(new Step.MomentMatching(2), process, DRAWS), PLANE, context());
        double[] atom = new double[2];
        double[] predicted = new double[2];
        for (int i = 0; i < DRAWS; i++) {
            double[] x = Arrays.copyOfRange(draws.values(), 2 * i, 2 * i + 2);
            ATOMS.atom((int) draws.traces().get("atom")[i], atom);
            // At σ = 0.01 a denoised state is an atom, give or take what the data still pull.
            assertThat(x).containsExactly(atom, within(0.02));
            PLANE.likelihood().mapping().forward(x, predicted);
            double misfit = (Math.pow(predicted[0] - 0.7, 2) + Math.pow(predicted[1] - 0.4, 2)) / 0.25 / 2;
            assertThat(draws.traces().get("misfit")[i]).isCloseTo(misfit, within(1e-12));
        }
    }

    @Test
    void endsAfterAsManyChainsAsDrawsWereAskedFor() {
        try (Chain chain = dps(new Step.Scaled(), Reversal.DETERMINISTIC, 3).start(PLANE, new TestSamplerContext(0))) {
            assertThat(chain.advance(5)).isEmpty();
            assertThat(chain.solution()).isEmpty();
        }
    }

    @Test
    void refusesTheStateOfAnotherChain() {
        Sampler sampler = dps(new Step.Scaled(), Reversal.DETERMINISTIC, 3);
        assertThatThrownBy(() -> sampler.start(PLANE, context().resumingFrom(ChainState.at(3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chain state has no array \"position\"");
        ChainState other = new ChainState(
                Map.of("position", new double[] {0, 0, 0}, "path-misfit", new double[4], "ready", new double[0]));
        assertThatThrownBy(() -> sampler.start(PLANE, context().resumingFrom(other)))
                .hasMessage("path-misfit has 4 numbers, this process has 5 steps of 3 chains");
    }

    @Test
    void letsAnInterruptPass() {
        TestSamplerContext interrupted = context().withProgress((what, done, total) -> {
            assertThat(what).isEqualTo("reverse diffusion of 3 chains, batch 1 of 3");
            throw new RunInterruptedException();
        });
        try (Chain chain = dps(new Step.Scaled(), Reversal.DETERMINISTIC, 3).start(PLANE, interrupted)) {
            assertThatThrownBy(() -> chain.advance(1)).isInstanceOf(RunInterruptedException.class);
        }
    }

    @Test
    void stopsAChainThatFailsByNameAndGoesOnWithTheOthers() {
        Posterior fragile = fragile(0.4);
        TestSamplerContext context = context();
        Draws draws = Runs.all(dps(new Step.MomentMatching(1), Reversal.ANCESTRAL, DRAWS), fragile, context);
        assertThat(draws.count()).isBetween(1, DRAWS - 1);
        assertThat(context.warnings())
                .hasSize(DRAWS - draws.count())
                .allSatisfy(warning -> assertThat(warning)
                        .matches("chain [0-7] stopped in step [1-5] of 5: no wave travels at x = [-.0-9E]+;"
                                + " its draw is left out"));
        double[] misfits = context.arrays().get("path-misfit").values();
        long stopped = Arrays.stream(misfits, 4 * DRAWS, 5 * DRAWS)
                .filter(Double::isNaN)
                .count();
        assertThat(stopped).isEqualTo(DRAWS - draws.count());
        for (double chain : draws.traces().get("chain")) {
            assertThat(context.warnings()).noneMatch(warning -> warning.startsWith("chain " + (int) chain + " "));
        }
    }

    @Test
    void stopsAChainWhoseStateIsNoLongerFinite() {
        Posterior steep = new Posterior(
                new AtomPrior(new double[] {-1}, new double[] {1}),
                new Likelihood(
                        new DenseOperator(new double[][] {{1e160}}), new WhiteNoise(1, 1), new double[] {1e160}));
        TestSamplerContext context = context();
        assertThatThrownBy(() -> Runs.all(dps(new Step.Scaled(), Reversal.DETERMINISTIC, 2), steep, context))
                .isInstanceOf(NumericsException.class)
                .hasMessageMatching(
                        "all 8 chains failed; the last: chain 7 stopped in step 1 of 5: component 0 of its denoised"
                                + " estimate is .* in process coordinates; take smaller steps, or step: \\{ type: moment-matching }");
        assertThat(context.warnings()).hasSize(8);
    }

    @Test
    void saysWhyAllChainsFailed() {
        assertThatThrownBy(
                        () -> Runs.all(dps(new Step.Scaled(), Reversal.DETERMINISTIC, DRAWS), fragile(-10), context()))
                .isInstanceOf(NumericsException.class)
                .hasMessageMatching(
                        "all 8 chains failed; the last: chain 7 stopped in step 1 of 5: no wave travels at x = .*");
    }

    /** Other chains would meet the same. */
    @Test
    void endsWhereADeviceBreaks() {
        TestSamplerContext context = context();
        Posterior breaking = fragile(new Fragile(-10, ResourceException::new));
        assertThatThrownBy(() -> Runs.all(dps(new Step.Scaled(), Reversal.DETERMINISTIC, DRAWS), breaking, context))
                .isInstanceOf(ResourceException.class)
                .hasMessageStartingWith("no wave travels at x = ");
        assertThat(context.warnings()).isEmpty();
    }

    /** One unknown that is seen directly where it is less than a limit, and nowhere else. */
    private static Posterior fragile(double limit) {
        return fragile(new Fragile(limit, NumericsException::new));
    }

    private static Posterior fragile(Fragile operator) {
        AtomPrior prior = new AtomPrior(new double[] {-1}, new double[] {-0.2}, new double[] {1});
        return new Posterior(prior, new Likelihood(operator, new WhiteNoise(1, 0.5), new double[] {0.5}));
    }

    private record Fragile(double limit, Function<String, NumericsException> failure) implements ForwardOperator {
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
            if (x[0] > limit) {
                throw failure.apply("no wave travels at x = " + x[0]);
            }
            out[0] = x[0];
        }

        @Override
        public Linearization linearize(double[] x) {
            double[] value = new double[1];
            forward(x, value);
            return new DenseOperator(new double[][] {{1}}).linearize(x);
        }
    }
}
