package org.rote.operators.acoustic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.Boundary;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;
import org.rote.testkit.TestContext;
import org.rote.testkit.ThreadedExecutor;

final class AcousticMemoryTest {

    private static final double PLENTY = 1e9;

    private static final Small PLANE =
            new Small(WaveSpeed.SQUARED_SLOWNESS, List.of(30, 40), 8, Boundary.Top.ABSORBING, PLENTY);

    /** With rows of tiles along both axes that are not the fastest. */
    private static final Small SPACE =
            new Small(WaveSpeed.SQUARED_SLOWNESS, List.of(10, 9, 12), 8, Boundary.Top.ABSORBING, PLENTY);

    private static Small small(double memory) {
        return PLANE.withMemory(memory);
    }

    private record Results(double[] value, double[] jvp, double[] vjp, double[] again, List<String> notes) {}

    private static Results results(Small small, RunExecutor executor) {
        TestContext context = TestContext.forOperator().withExecutor(executor);
        ForwardOperator operator = new AcousticFactory().create(small.config(), context);
        SplittableRandom random = new SplittableRandom(11);
        double[] model = small.model(random, operator.domain().size());
        double[] change = random.doubles(model.length, -1e-8, 1e-8).toArray();
        double[] data = random.doubles(operator.range().size(), -1, 1).toArray();
        double[] jvp = new double[data.length];
        double[] vjp = new double[model.length];
        double[] again = new double[model.length];
        try (Linearization linearization = operator.linearize(model)) {
            linearization.vjp(data, vjp);
            linearization.jvp(change, jvp);
            linearization.vjp(data, again);
            return new Results(linearization.value(), jvp, vjp, again, context.notes());
        }
    }

    /** From all steps kept to next to none: what is computed again has the bits it had. */
    @ParameterizedTest
    @ValueSource(doubles = {3e6, 1.2e6, 5e5, 3.2e5})
    void givesTheSameBitsWithinAnyBudget(double memory) {
        givesTheSameBits(PLANE, memory, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e7, 4e6})
    void givesTheSameBitsWithinAnyBudgetInSpace(double memory) {
        givesTheSameBits(SPACE, memory, 2, 3);
    }

    private static void givesTheSameBits(Small small, double memory, int... threadCounts) {
        Results plenty = results(small, RunExecutor.SERIAL);
        assertThat(plenty.notes()).anyMatch(note -> note.contains("a gradient keeps every step, "));
        for (int threads : threadCounts) {
            RunExecutor executor = threads == 1 ? RunExecutor.SERIAL : new ThreadedExecutor(threads);
            Results less = results(small.withMemory(memory), executor);
            assertThat(less.notes()).anyMatch(note -> note.contains(" extra forward runs, "));
            assertThat(less.value()).containsExactly(plenty.value());
            assertThat(less.jvp()).containsExactly(plenty.jvp());
            assertThat(less.vjp()).containsExactly(plenty.vjp());
            assertThat(less.again()).containsExactly(plenty.vjp());
        }
    }

    @Test
    void saysHowMuchDataNeedAtLeast() {
        ForwardOperator operator = small(1e4).operator();
        double[] model =
                small(1e4).model(new SplittableRandom(11), operator.domain().size());
        double[] data = new double[operator.range().size()];
        assertThatThrownBy(() -> operator.forward(model, data))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("memory of 10 kB is too little for data: one wave and its traces take ")
                .hasMessageContaining("fix  allow at least so much, or take a smaller grid");
    }

    @Test
    void saysHowMuchIsNeededAtLeast() {
        ForwardOperator operator = small(1e5).operator();
        double[] model =
                small(1e5).model(new SplittableRandom(11), operator.domain().size());
        assertThatThrownBy(() -> operator.linearize(model))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining(
                        "memory of 100 kB is too little for a derivative: all data, and two waves, some steps and the traces of one shot take 3")
                .hasMessageContaining("fix  allow at least so much, or take a smaller grid");
    }

    /** A check of a study computes data alone, and is to tell what the run would end with. */
    @Test
    void tellsWithDataThatADerivativeIsNotToBeHad() {
        assertThat(notesOfData(2e5))
                .filteredOn(
                        note -> note.contains(
                                "memory of 200 kB is too little for a derivative: all data, and two waves, some steps and the traces of one shot take 3"))
                .hasSize(1);
        assertThat(notesOfData(1e6)).noneMatch(note -> note.contains("too little"));
    }

    /** Twice the same data. */
    private static List<String> notesOfData(double memory) {
        TestContext context = TestContext.forOperator();
        ForwardOperator operator = new AcousticFactory().create(small(memory).config(), context);
        double[] model = PLANE.model(new SplittableRandom(11), operator.domain().size());
        double[] data = new double[operator.range().size()];
        operator.forward(model, data);
        operator.forward(model, data);
        return context.notes();
    }
}
