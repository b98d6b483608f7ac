package org.rote.operators.born;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.BornOperator;
import org.rote.operators.propagation.Boundary;
import org.rote.operators.propagation.WaveKeys;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;
import org.rote.testkit.ThreadedExecutor;

final class BornOperatorTest {

    private static final long SEED = 5;

    /** Central differences by 1 % of the model: the third derivative, 3e-4 of the first here, and rounding of single precision, 1e-4. */
    private static final double DIFFERENCES = 1e-3;

    private static Small plane(Boundary.Top top, double memory) {
        return new Small(List.of(30, 40), top, memory);
    }

    private static double[] random(int size, double largest) {
        return new SplittableRandom(SEED).doubles(size, -largest, largest).toArray();
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }

    @ParameterizedTest
    @EnumSource
    void isTheDerivativeOfAcoustic(Boundary.Top top) {
        Small small = plane(top, Small.PLENTY);
        BornOperator born = small.born(TestContext.forOperator());
        ForwardOperator acoustic = small.acoustic();
        double[] background = small.background();
        double[] change = random(background.length, 1e-9);
        double[] data = new double[born.range().size()];
        born.apply(change, data);
        double[] after = new double[data.length];
        double[] before = new double[data.length];
        double[] model = background.clone();
        Arrays.setAll(model, i -> background[i] + change[i]);
        acoustic.forward(model, after);
        Arrays.setAll(model, i -> background[i] - change[i]);
        acoustic.forward(model, before);
        double[] error = new double[data.length];
        Arrays.setAll(error, i -> data[i] - (after[i] - before[i]) / 2);
        assertThat(norm(error) / norm(data)).as("seed " + SEED).isLessThan(DIFFERENCES);
    }

    @Test
    void livesInPerturbationsOfSquaredSlowness() {
        BornOperator born = plane(Boundary.Top.ABSORBING, Small.PLENTY).born(TestContext.forOperator());
        assertThat(WaveSpeed.perturbedIn(born.domain())).contains(WaveSpeed.SQUARED_SLOWNESS);
        assertThat(born.domain().element()).isEqualTo(Element.FLOAT32);
        assertThat(born.domain().shape()).containsExactly(30, 40);
        assertThat(born.range().element()).isEqualTo(Element.FLOAT32);
        assertThat(born.range().shape()).containsExactly(2, 3, 59);
    }

    @Test
    void computesTheBackgroundAtFirstUseAndOnce() {
        TestContext context = TestContext.forOperator();
        BornOperator born = plane(Boundary.Top.ABSORBING, Small.PLENTY).born(context);
        assertThat(context.notes()).isEmpty();
        double[] model = new double[born.domain().size()];
        double[] data = random(born.range().size(), 1);
        born.applyAdjoint(data, model);
        born.apply(model, data);
        assertThat(context.notes()).singleElement().asString().contains("a gradient keeps every step");
    }

    @Test
    void worksAgainAfterItWasClosed() {
        BornOperator born = plane(Boundary.Top.ABSORBING, Small.PLENTY).born(TestContext.forOperator());
        double[] change = random(born.domain().size(), 1e-9);
        double[] before = new double[born.range().size()];
        double[] after = new double[before.length];
        born.apply(change, before);
        born.close();
        born.close();
        born.apply(change, after);
        assertThat(after).containsExactly(before);
    }

    /** As samplers call it: many tasks at once, each of which would like all threads. */
    @ParameterizedTest
    @ValueSource(doubles = {Small.PLENTY, 4e5})
    void givesTheSameBitsInParallelCalls(double memory) {
        givesTheSameBitsInParallelCalls(plane(Boundary.Top.ABSORBING, memory));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Small.PLENTY, 3e6})
    void givesTheSameBitsInParallelCallsInSpace(double memory) {
        givesTheSameBitsInParallelCalls(new Small(List.of(8, 9, 8), Boundary.Top.FREE_SURFACE, memory));
    }

    private static void givesTheSameBitsInParallelCalls(Small small) {
        Results alone = results(small, RunExecutor.SERIAL);
        for (int threads : new int[] {2, 3}) {
            Results together = results(small, new ThreadedExecutor(threads));
            for (int task = 0; task < Results.TASKS; task++) {
                assertThat(together.data[task]).containsExactly(alone.data[0]);
                assertThat(together.models[task]).containsExactly(alone.models[0]);
            }
        }
    }

    private record Results(double[][] data, double[][] models) {
        static final int TASKS = 6;
    }

    private static Results results(Small small, RunExecutor executor) {
        BornOperator born = small.born(TestContext.forOperator().withExecutor(executor));
        int unknowns = born.domain().size();
        int size = born.range().size();
        Results results = new Results(new double[Results.TASKS][size], new double[Results.TASKS][unknowns]);
        executor.forEach(Results.TASKS, task -> {
            born.applyAdjoint(random(size, 1), results.models[task]);
            born.apply(random(unknowns, 1e-9), results.data[task]);
        });
        return results;
    }

    @Test
    void refusesABackgroundOfAnotherShape() {
        Small small = plane(Boundary.Top.ABSORBING, Small.PLENTY);
        Dataset vector = new InMemoryDataset(Space.vector(7), new double[7]);
        assertThatThrownBy(() -> small.born(vector, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("background: expected squared slowness in s^2/m^2, x 30")
                .hasMessageContaining("got value, component 7")
                .hasMessageContaining("give a model on the operator's grid");
    }

    @Test
    void refusesSeveralBackgrounds() {
        Small small = plane(Boundary.Top.ABSORBING, Small.PLENTY);
        Dataset two = new InMemoryDataset(small.space(), small.background(), small.background());
        assertThatThrownBy(() -> small.born(two, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("background: holds 2 models, waves are linearized around one")
                .hasMessageContaining("take: 0..0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-7, Double.POSITIVE_INFINITY})
    void refusesABackgroundThroughWhichNoWaveTravels(double value) {
        Small small = plane(Boundary.Top.ABSORBING, Small.PLENTY);
        double[] background = small.background();
        background[2 * 40 + 11] = value;
        Dataset one = new InMemoryDataset(small.space(), background);
        assertThatThrownBy(() -> small.born(one, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "background: cannot carry waves: squared slowness must be greater than 0 and finite, got "
                                + value)
                .hasMessageContaining("in cell (2, 11)");
    }

    @Test
    void refusesOtherOrders() {
        Small small = plane(Boundary.Top.ABSORBING, Small.PLENTY);
        WaveKeys good = small.config(new InMemoryDataset(small.space(), small.background()))
                .waves();
        assertThatThrownBy(() -> new WaveKeys(
                        good.grid(),
                        good.time(),
                        good.wavelet(),
                        5,
                        good.boundary(),
                        good.shots(),
                        good.receivers(),
                        -1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("order: must be 4, 8 or 16, got 5")
                .hasMessageContaining("memory");
    }
}
