package org.rote.operators.cuda.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.operators.propagation.Boundary;
import org.rote.operators.propagation.PaddedGrid;
import org.rote.operators.propagation.PreparedWaves;
import org.rote.operators.propagation.Propagator;
import org.rote.operators.propagation.Stepping;
import org.rote.operators.propagation.WaveKeys;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.operators.survey.Recording;
import org.rote.operators.survey.Wavelet;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;
import org.rote.testkit.TestContext;

/** Batches stay within what an index and an array can reach, however much memory there is. */
final class CardPlanTest {

    private static final long PLENTY = 1L << 45;

    private static final int SHOTS = 12;

    /** Shots in a launch, as on cards. */
    private static final int ADMITTED = 65535;

    /** Waves of a survey that nobody steps. */
    private record Planned(CardLayout layout, PreparedWaves waves) {

        /** On a small grid, of many receivers and short steps. */
        static Planned of(int receivers, double step) {
            AtomicReference<PaddedGrid> grid = new AtomicReference<>();
            AtomicReference<PreparedWaves> waves = new AtomicReference<>();
            WaveKeys keys = new WaveKeys(
                    new Grid(List.of(16, 16), List.of(20.0, 20.0)),
                    new Recording(0.4, 0.02, Optional.of(step)),
                    new Wavelet.Ricker(8, Optional.of(0.15)),
                    4,
                    new Boundary(4, Boundary.Top.ABSORBING),
                    new Layout.Points(IntStream.range(0, SHOTS)
                            .mapToObj(shot -> List.of(40.0 + 10 * shot, 100.0))
                            .toList()),
                    new Layout.Line(List.of(20.0, 20.0), List.of(280.0, 20.0), receivers),
                    1e9);
            Stepping.Maker maker = (padded, placed, memory, context) -> {
                grid.set(padded);
                return new Stepping() {
                    @Override
                    public void forward(PreparedWaves prepared, double[] out) {
                        waves.set(prepared);
                    }

                    @Override
                    public Linearization linearize(PreparedWaves prepared) {
                        throw new AssertionError("nothing is asked for a derivative");
                    }

                    @Override
                    public void close() {
                        // holds nothing
                    }
                };
            };
            double[] model = new double[256];
            Arrays.fill(model, 1 / (2000.0 * 2000.0));
            try (Propagator propagator = new Propagator(keys.settings(), TestContext.forOperator(), maker)) {
                propagator.forward(model, new double[0]);
            }
            return new Planned(new CardLayout(grid.get()), waves.get());
        }

        CardPlan plan(long budget) {
            Threads threads = new Threads(RunExecutor.SERIAL);
            Batch all = new Batch(0, waves.shots().size());
            return CardPlan.of(layout, waves, BatchBoxes.of(waves, all, threads), ADMITTED, budget);
        }

        long numbersOf(int shots) {
            return (long) waves.samples() * waves.shots().get(0).receivers().count() * shots;
        }
    }

    /** All shots at once would have more samples of receivers than an int counts. */
    @Test
    void cutsBatchesWhereTracesOfAllShotsAreTooMany() {
        Planned planned = Planned.of(20_000, 4e-5);
        assertThat(planned.numbersOf(SHOTS)).isGreaterThan(Integer.MAX_VALUE);

        int forward = CardPlan.forward(planned.layout(), planned.waves(), ADMITTED, PLENTY)
                .get(0)
                .shots();
        int derivative = planned.plan(PLENTY).size();

        assertThat(forward).isBetween(1, SHOTS - 1);
        assertThat(planned.numbersOf(forward)).isLessThanOrEqualTo(1 << 30);
        assertThat(derivative).isEqualTo(forward);
    }

    /** Batches are bounded so that nothing of several shots comes near what an array holds; one shot may. */
    @Test
    void takesOneShotAtATimeWhereItsTracesAreAsManyAsAnArrayHolds() {
        Planned planned = Planned.of(200_000, 4e-5);
        assertThat(planned.numbersOf(1)).isBetween(1L << 30, (long) Integer.MAX_VALUE);
        assertThat(CardPlan.forward(planned.layout(), planned.waves(), ADMITTED, PLENTY))
                .hasSize(SHOTS);
        assertThat(planned.plan(PLENTY).size()).isEqualTo(1);
    }

    @Test
    void refusesNodesWhoseTableNoArrayHolds() {
        assertThat(Feeding.words(268_435_454)).isEqualTo(2_147_483_632);
        assertThatThrownBy(() -> Feeding.words(268_435_455))
                .isInstanceOf(NumericsException.class)
                .hasMessage(
                        "the receivers of one shot lie among 268435455 nodes of the grid,"
                                + " and a table on the card has room for 268435454"
                                + "\n  fix  take fewer receivers a shot, or place them on nodes of the grid, where each takes one");
    }

    /** A small one would leave most of a card without work. */
    @Test
    void batchesAreFewAndEven() {
        assertThat(Batch.of(16, 14)).containsExactly(new Batch(0, 8), new Batch(8, 8));
        assertThat(Batch.of(10, 4)).containsExactly(new Batch(0, 4), new Batch(4, 3), new Batch(7, 3));
        for (int shots = 1; shots < 40; shots++) {
            for (int size = 1; size <= shots; size++) {
                List<Batch> batches = Batch.of(shots, size);
                Batch last = batches.get(batches.size() - 1);
                assertThat(batches).hasSize((int) Math.ceil((double) shots / size));
                assertThat(batches.get(0).shots()).isBetween(last.shots(), Math.min(size, last.shots() + 1));
                assertThat(last.first() + last.shots()).isEqualTo(shots);
            }
        }
    }

    @Test
    void takesAllShotsAtOnceWhereTheyFit() {
        Planned planned = Planned.of(20, 1e-3);
        assertThat(CardPlan.forward(planned.layout(), planned.waves(), ADMITTED, PLENTY))
                .containsExactly(new Batch(0, SHOTS));
        assertThat(planned.plan(PLENTY).size()).isEqualTo(SHOTS);
    }

    /** Also where most of it is traces: arrays of steps are larger where more is allowed. */
    @ParameterizedTest
    @ValueSource(ints = {20, 300, 5_000})
    void theLeastThatItNamesIsEnough(int receivers) {
        Planned planned = Planned.of(receivers, 1e-3);
        CardLayout layout = planned.layout();
        PreparedWaves waves = planned.waves();
        long data = CardPlan.leastForData(layout, waves);
        assertThat(CardPlan.forward(layout, waves, ADMITTED, data)).hasSize(SHOTS);
        assertThatThrownBy(() -> CardPlan.forward(layout, waves, ADMITTED, data - 1))
                .isInstanceOf(NumericsException.class);
        long derivative = CardPlan.leastForDerivative(layout, waves, 0);
        assertThat(planned.plan(derivative).size()).isEqualTo(1);
        assertThatThrownBy(() -> planned.plan(derivative - 1)).isInstanceOf(NumericsException.class);
    }
}
