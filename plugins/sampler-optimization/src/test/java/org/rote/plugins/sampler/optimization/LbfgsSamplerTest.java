package org.rote.plugins.sampler.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.plugins.sampler.optimization.History.Entry;
import org.rote.spi.ChainState;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.RunInterruptedException;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;
import org.rote.testkit.TestSamplerContext;

class LbfgsSamplerTest {

    // where the gradient has fallen by 1e-6, in seconds for a metre
    private static final double CONVERGED = 1e-6;
    // 0.06 s of the 0.1 s of a period too early at the first receiver, 0.15 s at the last
    private static final double[] FAR = {0.05, 0.15};

    private static History history(TestSamplerContext context) {
        return History.of(context.arrays().get("history").values());
    }

    @Test
    void recoversTheModelFromNearby() {
        double[] estimate = Inversion.estimate(Settings.ignored().from(0.1, 0.14), Inversion.arrivals());
        assertThat(estimate).containsExactly(Arrivals.TRUTH, within(CONVERGED));
    }

    @Test
    void isCaughtInASideMinimumWithoutStagesAndNotWithThem() {
        double[] caught = Inversion.estimate(Settings.ignored().from(FAR), Inversion.arrivals());
        assertThat(Math.abs(caught[0] - Arrivals.TRUTH[0])).isGreaterThan(0.01);
        Settings stages =
                Settings.ignored().from(FAR).stages(Settings.below(1.5, 20), Settings.below(4, 20), Settings.whole(40));
        assertThat(Inversion.estimate(stages, Inversion.arrivals())).containsExactly(Arrivals.TRUTH, within(CONVERGED));
    }

    @Test
    void keepsItsHistoryStageByStage() {
        TestSamplerContext context = new TestSamplerContext(1);
        Settings stages = Settings.ignored().from(FAR).stages(Settings.below(1.5, 3), Settings.whole(2));
        Inversion.estimate(stages.sampler(), Inversion.arrivals(), context);
        List<Entry> entries = history(context).entries();
        assertThat(entries).extracting(Entry::iteration).containsExactly(0, 1, 2, 3, 3, 4, 5);
        assertThat(entries).extracting(Entry::stage).containsExactly(0, 0, 0, 0, 1, 1, 1);
        // one model, seen through a filter and without
        assertThat(entries.get(4).misfit()).isEqualTo(entries.get(3).misfit());
        assertThat(entries.get(4).objective()).isGreaterThan(entries.get(3).objective());
        assertThat(entries.get(4).objective()).isCloseTo(500 * entries.get(4).misfit(), within(1e-9));
        for (int i = 1; i < entries.size(); i++) {
            assertThat(entries.get(i).evaluations())
                    .isGreaterThan(entries.get(i - 1).evaluations());
            if (entries.get(i).stage() == entries.get(i - 1).stage()) {
                assertThat(entries.get(i).objective())
                        .isLessThan(entries.get(i - 1).objective());
            }
        }
        assertThat(Ending.all(context.arrays().get("stages").values()))
                .containsExactly(
                        new Ending(Optional.of(1.5), StopReason.ITERATIONS),
                        new Ending(Optional.empty(), StopReason.ITERATIONS));
    }

    @Test
    void keepsTheModelsOnTheWay() {
        TestSamplerContext context = new TestSamplerContext(1);
        Settings stages = Settings.ignored()
                .from(FAR)
                .stages(Settings.below(1.5, 3), Settings.whole(4))
                .keepEvery(2);
        double[] estimate = Inversion.estimate(stages.sampler(), Inversion.arrivals(), context);
        assertThat(context.arrays().keySet())
                .containsExactlyInAnyOrder(
                        "history",
                        "stages",
                        "iterate-0000",
                        "iterate-0002",
                        "iterate-0003",
                        "iterate-0004",
                        "iterate-0006",
                        "iterate-0007");
        assertThat(context.arrays().get("iterate-0000").values()).containsExactly(FAR);
        assertThat(context.arrays().get("iterate-0007").values()).containsExactly(estimate);
    }

    @Test
    void resumesInAnyStageWithTheSameBits() {
        LbfgsSampler sampler = Settings.ignored()
                .from(FAR)
                .stages(Settings.below(1.5, 3), Settings.below(4, 2), Settings.whole(2))
                .sampler();
        TestSamplerContext whole = new TestSamplerContext(1);
        double[] estimate = Inversion.estimate(sampler, Inversion.arrivals(), whole);
        List<ChainState> states = Inversion.states(sampler, Inversion.arrivals());
        assertThat(states).hasSize(3 + 7 + 1);
        for (ChainState state : states) {
            TestSamplerContext context = new TestSamplerContext(1).resumingFrom(state);
            assertThat(Inversion.estimate(sampler, Inversion.arrivals(), context))
                    .containsExactly(estimate);
            if (context.arrays().containsKey("history")) {
                assertThat(context.arrays().get("history"))
                        .isEqualTo(whole.arrays().get("history"));
            }
        }
    }

    @Test
    void refusesTheStateOfAnotherChain() {
        assertThatThrownBy(() -> Settings.included()
                        .sampler()
                        .start(Inversion.arrivals(), new TestSamplerContext(1).resumingFrom(ChainState.at(3))))
                .hasMessageContaining("chain state has no array \"position\", so it is not that of an inversion");
    }

    @Test
    void staysWithinBounds() {
        double[] estimate =
                Inversion.estimate(Settings.ignored().from(0.12, 0.14).within(0.115, 0.2), Inversion.arrivals());
        assertThat(estimate[0]).isEqualTo(0.115);
        assertThat(estimate[1]).isBetween(0.115, 0.2);
    }

    @Test
    void movesAStartToTheBoundsAndSaysSo() {
        TestSamplerContext context = new TestSamplerContext(1);
        Inversion.estimate(
                Settings.ignored().from(0.1, 0.14).within(0.105, 0.2).sampler(), Inversion.arrivals(), context);
        assertThat(context.warnings())
                .containsExactly("start: 1 of 2 values lie beyond the bounds, from 0.105 to 0.2, and begin at them;"
                        + " widen the bounds, or give another start");
        assertThat(context.arrays().get("iterate-0000").values()).containsExactly(0.105, 0.14);
    }

    @Test
    void changesNothingAboveADepth() {
        Posterior blurred = Inversion.of(new Blur(2, 4), new double[8], new double[8]);
        double[] start = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] estimate = Inversion.estimate(Settings.included().from(start).fixedAbove(15), blurred);
        // rows are 10 m apart, the first of each column at 0 m
        assertThat(new double[] {estimate[0], estimate[1], estimate[4], estimate[5]})
                .containsExactly(1, 2, 5, 6);
        for (int i : new int[] {2, 3, 6, 7}) {
            assertThat(Math.abs(estimate[i] - start[i])).isGreaterThan(1);
        }
        assertThat(Settings.ignored().fixedAbove(31).sampler().unmet(blurred))
                .containsExactly(
                        "fixed-above: 31.0 m leaves nothing to change, the deepest cell is at 30.0 m; give less");
        assertThat(Settings.ignored().fixedAbove(15).sampler().unmet(Inversion.arrivals()))
                .containsExactly(
                        "needs unknowns along an axis of depth for fixed-above: 15.0 m, they are slowness in s/m,"
                                + " half 2; leave fixed-above out");
    }

    @Test
    void tellsThePriorFromNone() {
        Posterior posterior = Inversion.of(new DenseOperator(new double[][] {{0.1}}), new double[] {0.1}, 0);
        // precision 1 from the prior, (0.1 / 0.1)² from the datum
        assertThat(Inversion.estimate(Settings.included(), posterior)[0]).isCloseTo(0.5, within(CONVERGED));
        assertThat(Inversion.estimate(Settings.ignored(), posterior)[0]).isCloseTo(1, within(CONVERGED));
    }

    @Test
    void beginsAtTheMeanOfThePrior() {
        TestSamplerContext context = new TestSamplerContext(1);
        Posterior arrivals = Inversion.arrivals();
        Posterior lookup = new Posterior(
                new AtomPrior(new double[] {0.25, 0.75}, new double[][] {{0.09, 0.1}, {0.13, 0.14}}),
                arrivals.likelihood());
        Inversion.estimate(Settings.ignored().sampler(), lookup, context);
        assertThat(context.arrays().get("iterate-0000").values())
                .containsExactly(new double[] {0.12, 0.13}, within(1e-15));
    }

    @Test
    void triesTheWantedChangeFirst() {
        List<double[]> asked = new ArrayList<>();
        Posterior posterior = Inversion.of(new Recorded(asked), Arrivals.data(), 0.1, 0.1);
        Inversion.estimate(Settings.ignored().from(0.1, 0.14).firstChange(1e-3), posterior);
        assertThat(asked.get(0)).containsExactly(0.1, 0.14);
        // the arrivals say more of the first half than of the second
        assertThat(Math.abs(asked.get(1)[0] - 0.1)).isCloseTo(1e-3, within(1e-12));
        assertThat(Math.abs(asked.get(1)[1] - 0.14)).isLessThan(1e-3);
    }

    /** Keeps the models at which it is linearized. */
    private record Recorded(List<double[]> asked) implements Mapping {

        @Override
        public Space domain() {
            return new Arrivals(1).domain();
        }

        @Override
        public Space range() {
            return new Arrivals(1).range();
        }

        @Override
        public void forward(double[] x, double[] out) {
            new Arrivals(1).forward(x, out);
        }

        @Override
        public Linearization linearize(double[] x) {
            asked.add(x.clone());
            return new Arrivals(1).linearize(x);
        }
    }

    /** A first step of 0.5 s/m leads to negative slowness, which cannot be computed. */
    @Test
    void comesBackFromModelsThatCannotBeComputed() {
        Settings settings = Settings.ignored().from(0.12, 0.16).firstChange(0.5);
        assertThat(Inversion.estimate(settings, Inversion.arrivals()))
                .containsExactly(Arrivals.TRUTH, within(CONVERGED));
    }

    @Test
    void saysWhyItCannotBegin() {
        assertThatThrownBy(() -> Inversion.estimate(Settings.ignored().from(-0.1, 0.1), Inversion.arrivals()))
                .isInstanceOf(NumericsException.class)
                .hasMessage("the misfit of the inversion (all frequencies) has no value at the model it begins with:"
                        + " slowness must be greater than 0, got -0.1\n"
                        + "  fix  begin with a model at which the operator is defined and the prior has a density");
    }

    @Test
    void doubtsAnOperatorWhoseDerivativePointsUphill() {
        TestSamplerContext context = new TestSamplerContext(1);
        Posterior wrong = Inversion.of(new Arrivals(-1), Arrivals.data(), 0.1, 0.1);
        double[] estimate =
                Inversion.estimate(Settings.ignored().from(0.1, 0.14).sampler(), wrong, context);
        assertThat(estimate).containsExactly(0.1, 0.14);
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .contains("no model in the direction of steepest descent is better")
                .contains("\"rote verify\"");
        assertThat(Ending.all(context.arrays().get("stages").values()))
                .containsExactly(new Ending(Optional.empty(), StopReason.NO_DECREASE));
    }

    @Test
    void stopsWhereAnIterationHardlyHelps() {
        TestSamplerContext context = new TestSamplerContext(1);
        Inversion.estimate(
                Settings.ignored().from(0.1, 0.14).decreaseTolerance(0.5).sampler(), Inversion.arrivals(), context);
        assertThat(Ending.all(context.arrays().get("stages").values()))
                .containsExactly(new Ending(Optional.empty(), StopReason.DECREASE));
    }

    @Test
    void saysHowFarItIsAndLetsItselfBeInterrupted() {
        StringBuilder said = new StringBuilder();
        TestSamplerContext context = new TestSamplerContext(1).withProgress((what, done, total) -> {
            if (done == 2) {
                said.append(what).append(": ").append(done).append(" of ").append(total);
                throw new RunInterruptedException();
            }
        });
        LbfgsSampler sampler = Settings.ignored()
                .from(FAR)
                .stages(Settings.below(1.5, 4), Settings.whole(4))
                .sampler();
        assertThatThrownBy(() -> Inversion.estimate(sampler, Inversion.arrivals(), context))
                .isInstanceOf(RunInterruptedException.class);
        assertThat(said.toString())
                .matches("iterations of stage 1 of 2 \\(below 1.5 Hz\\), objective down to 0[.][0-9]+ of its start,"
                        + " misfit of all data [0-9.]+: 2 of 4");
    }

    @Test
    void tellsWhatAPosteriorLacks() {
        Posterior still = Inversion.of(new DenseOperator(new double[][] {{1}}), new double[] {1}, 0);
        assertThat(Settings.ignored().stages(Settings.below(3, 1)).sampler().unmet(still))
                .containsExactly(
                        "needs data along an axis of time for low-pass: 3.0 Hz, they are value, component 1; leave low-pass out");
        assertThat(Settings.ignored().stages(Settings.below(80, 1)).sampler().unmet(Inversion.arrivals()))
                .containsExactly(
                        "low-pass: 80.0 Hz is not below 62.5 Hz, the highest frequency of data sampled every 0.008 s;"
                                + " give less, or leave it out");
        Posterior lookup = new Posterior(new AtomPrior(new double[] {0}, new double[] {1}), still.likelihood());
        assertThat(Settings.included().sampler().unmet(lookup))
                .containsExactly("needs a prior with differentiable density; give prior: ignored");
        assertThat(Settings.ignored().sampler().unmet(lookup)).isEmpty();
    }

    @Test
    void readsBoundsAndStartInTheUnitOfTheModel() {
        TestContext context = TestContext.in(new Arrivals(1).domain());
        LbfgsConfig config = config("0.1 ms/m", "0.4 s/km");
        LbfgsSampler sampler = (LbfgsSampler) factory(config, context);
        assertThat(sampler.box().lower()).isCloseTo(1e-4, within(1e-18));
        assertThat(sampler.box().upper()).isCloseTo(4e-4, within(1e-18));
        assertThat(sampler.start().orElseThrow()).containsExactly(2e-4, 3e-4);
        assertThat(sampler.firstChange().orElseThrow()).isCloseTo(1e-5, within(1e-18));
    }

    @Test
    void refusesBoundsThatLeaveNoRoom() {
        TestContext context = TestContext.in(new Arrivals(1).domain());
        assertThatThrownBy(() -> factory(config("2 s/m", "1 s/m"), context))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("lower: must be less than upper, got 2 s/m and 1 s/m (leave room between the bounds)");
        assertThatThrownBy(() -> factory(config("2", "3 s/m"), context))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lower: needs a unit, got 2");
    }

    @Test
    void refusesAStartOfTwoModels() {
        TestContext context = TestContext.in(new Arrivals(1).domain());
        InMemoryDataset two = new InMemoryDataset(new Arrivals(1).domain(), new double[2], new double[2]);
        assertThatThrownBy(() -> Starts.read(two, context))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("start: holds 2 models, an inversion begins with one");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> new Stage(Optional.of(-3.0), Optional.of(0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("low-pass: must be greater than 0, got -3.0")
                .hasMessageContaining("iterations: must be at least 1, got 0");
        assertThatThrownBy(() -> new LbfgsConfig(
                        Optional.empty(),
                        PriorRole.IGNORED,
                        Optional.of("ten"),
                        Optional.empty(),
                        Optional.of(-1.0),
                        List.of(),
                        0,
                        1,
                        -1,
                        Optional.of("-1 m/s"),
                        0,
                        0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lower: ")
                .hasMessageContaining("fixed-above: must be greater than 0, got -1.0")
                .hasMessageContaining("stages: must not be empty")
                .hasMessageContaining("iterations: must be at least 1, got 0")
                .hasMessageContaining("gradient-tolerance: must be at least 0 and less than 1, got 1.0")
                .hasMessageContaining("decrease-tolerance: must be at least 0 and less than 1, got -1.0")
                .hasMessageContaining("first-change: must be greater than 0, got -1 m/s")
                .hasMessageContaining("memory: must be at least 1, got 0")
                .hasMessageContaining("keep-every: must be at least 1, got 0");
    }

    private static LbfgsConfig config(String lower, String upper) {
        InMemoryDataset start = new InMemoryDataset(new Arrivals(1).domain(), new double[] {2e-4, 3e-4});
        return new LbfgsConfig(
                Optional.of(new FixedPart<>("inline", start)),
                PriorRole.IGNORED,
                Optional.of(lower),
                Optional.of(upper),
                Optional.empty(),
                List.of(Settings.whole(1)),
                1,
                0,
                0,
                Optional.of("10 us/m"),
                3,
                1);
    }

    @SuppressWarnings("unchecked")
    private static Object factory(LbfgsConfig config, TestContext context) {
        return ((org.rote.spi.Factory<LbfgsConfig, org.rote.spi.Sampler>)
                        new OptimizationPlugin().samplers().get(0))
                .create(config, context);
    }
}
