package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;
import org.rote.spi.Linearization;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;
import org.rote.testkit.TestContext;
import org.rote.testkit.ThreadedExecutor;

/** What happens to an operator and to linearizations that are interrupted, misused, shared or closed. */
final class WaveLinearizationTest {

    private static final long SEED = 20_260_404;

    /** Everything is kept; a part and states are; nothing stays of a shot. */
    private static final double PLENTY = 1e9;

    private static final double MIDDLE = 1.6e6;
    private static final double LITTLE = 8.2e5;

    private static final Survey SURVEY = Survey.of(
                    List.of(30, 34),
                    10,
                    12,
                    0.24,
                    IntStream.range(0, 4)
                            .mapToObj(s -> new Shot(
                                    new Position(31 + 62 * s, 0, 20 + 11 * s),
                                    List.of(new Position(40, 0, 20), new Position(233, 0, 300))))
                            .toArray(Shot[]::new))
            .withCells(6);

    private final double[] model;
    private final double[] change;
    private final double[] data;

    WaveLinearizationTest() {
        SplittableRandom random = new SplittableRandom(SEED);
        Propagator propagator = SURVEY.propagator(TestContext.forOperator());
        this.model = random.doubles(propagator.domain().size(), 1500, 2500)
                .map(velocity -> 1 / (velocity * velocity))
                .toArray();
        this.change = random.doubles(model.length, -1e-8, 1e-8).toArray();
        this.data = random.doubles(propagator.range().size(), -1, 1).toArray();
    }

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted();
    }

    private static Propagator propagator(double memory, RunExecutor executor) {
        return SURVEY.withMemory(memory).propagator(TestContext.forOperator().withExecutor(executor));
    }

    @ParameterizedTest
    @CsvSource({"1e9, keeps every step", "1.6e6, a shot", "8.2e5, of each shot under way"})
    void budgetsOfTheseTestsMeanDifferentPlans(double memory, String words) {
        TestContext context = TestContext.forOperator();
        SURVEY.withMemory(memory).propagator(context).linearize(model).close();
        assertThat(context.notes()).anyMatch(note -> note.startsWith("a gradient keeps ") && note.contains(words));
    }

    /** 128 shots of 63 steps and 0.5 MB each: no shot takes much more than it fills. */
    @Test
    void keepsAllOfManySmallShotsWhereAllFits() {
        Shot[] shots = IntStream.range(0, 128)
                .mapToObj(s -> new Shot(new Position(31 + s, 0, 20), List.of(new Position(40, 0, 20))))
                .toArray(Shot[]::new);
        TestContext context = TestContext.forOperator();
        Survey.of(List.of(30, 34), 10, 12, 0.24, shots)
                .withCells(6)
                .withMemory(2.5e8)
                .propagator(context)
                .linearize(model)
                .close();
        assertThat(context.notes()).anyMatch(note -> note.startsWith("a gradient keeps every step"));
    }

    private double[] forward(Propagator propagator) {
        double[] out = new double[data.length];
        propagator.forward(model, out);
        return out;
    }

    private double[] jvp(Linearization linearization) {
        double[] out = new double[data.length];
        linearization.jvp(change, out);
        return out;
    }

    private double[] vjp(Linearization linearization) {
        double[] out = new double[model.length];
        linearization.vjp(data, out);
        return out;
    }

    /** Shots side by side on two threads, or blocks of rows of one shot on three; wherever it is stopped, soon or late. */
    @ParameterizedTest
    @CsvSource({"1, 1e9", "2, 1e9", "3, 1e9", "1, 8.2e5", "2, 1.6e6", "3, 8.2e5"})
    void stopsSoonWhenInterruptedAndWorksAfterwards(int threads, double memory) {
        Stoppable executor = new Stoppable(threads);
        Propagator propagator = propagator(memory, executor);
        double[] expectedData = forward(propagator);
        try (Linearization linearization = propagator.linearize(model)) {
            double[] scattered = jvp(linearization);
            double[] gradient = vjp(linearization);
            for (int times : new int[] {0, 1, 5, 9}) {
                stops(executor, times, () -> forward(propagator));
                stops(executor, times, () -> propagator.linearize(model));
                stops(executor, times, () -> jvp(linearization));
                stops(executor, times, () -> vjp(linearization));
                assertThat(jvp(linearization)).containsExactly(scattered);
                assertThat(vjp(linearization)).containsExactly(gradient);
            }
        }
        assertThat(forward(propagator)).containsExactly(expectedData);
    }

    /** It is asked every 16 steps of some 250, and by each thread once more. */
    private static void stops(Stoppable executor, int times, ThrowingCallable call) {
        executor.stopAfter(times);
        assertThatThrownBy(call).isInstanceOf(RunInterruptedException.class);
        assertThat(executor.asked()).isBetween(times + 1, times + 2 * executor.parallelism());
        executor.goOn();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void stopsWhenTheThreadIsInterrupted(int threads) {
        Propagator propagator = propagator(MIDDLE, threads == 1 ? RunExecutor.SERIAL : new ThreadedExecutor(threads));
        double[] expected = forward(propagator);
        try (Linearization linearization = propagator.linearize(model)) {
            double[] gradient = vjp(linearization);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> forward(propagator)).isInstanceOf(RunInterruptedException.class);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> vjp(linearization)).isInstanceOf(RunInterruptedException.class);
            Thread.interrupted();
            assertThat(vjp(linearization)).containsExactly(gradient);
        }
        assertThat(forward(propagator)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {PLENTY, MIDDLE, LITTLE})
    void givesTheSameBitsToTwoThreadsAtOnce(double memory) {
        Propagator propagator = propagator(memory, new ThreadedExecutor(2));
        try (Linearization linearization = propagator.linearize(model)) {
            double[] gradient = vjp(linearization);
            double[] scattered = jvp(linearization);
            for (int round = 0; round < 5; round++) {
                double[][] gradients = new double[3][];
                double[][] datas = new double[3][];
                new ThreadedExecutor(3).forEach(3, task -> {
                    gradients[task] = vjp(linearization);
                    datas[task] = jvp(linearization);
                });
                for (int task = 0; task < 3; task++) {
                    assertThat(gradients[task]).containsExactly(gradient);
                    assertThat(datas[task]).containsExactly(scattered);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {PLENTY, LITTLE})
    void worksAfterAVectorThatIsNotFinite(double memory) {
        Propagator propagator = propagator(memory, RunExecutor.SERIAL);
        try (Linearization linearization = propagator.linearize(model)) {
            double[] gradient = vjp(linearization);
            double[] scattered = jvp(linearization);
            double[] bad = data.clone();
            bad[7] = Double.NaN;
            linearization.vjp(bad, new double[model.length]);
            double[] worse = change.clone();
            worse[100] = Double.POSITIVE_INFINITY;
            linearization.jvp(worse, new double[data.length]);
            assertThat(vjp(linearization)).containsExactly(gradient);
            assertThat(jvp(linearization)).containsExactly(scattered);
        }
    }

    @Test
    void refusesVectorsOfAnotherLength() {
        try (Linearization linearization =
                propagator(PLENTY, RunExecutor.SERIAL).linearize(model)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> linearization.jvp(new double[7], data.clone()))
                    .withMessage("jvp takes a change of the model of " + model.length + " numbers, got 7");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> linearization.jvp(change, new double[8]))
                    .withMessage("jvp gives data of " + data.length + " numbers, got room for 8");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> linearization.vjp(new double[data.length + 1], model.clone()))
                    .withMessage("vjp takes data of " + data.length + " numbers, got " + (data.length + 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> linearization.vjp(data, new double[9]))
                    .withMessage("vjp gives a gradient of " + model.length + " numbers, got room for 9");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {PLENTY, MIDDLE, LITTLE})
    void refusesToWorkOnceItIsClosed(double memory) {
        Linearization linearization = propagator(memory, RunExecutor.SERIAL).linearize(model);
        linearization.close();
        linearization.close();
        for (ThrowingCallable use :
                List.<ThrowingCallable>of(linearization::value, () -> jvp(linearization), () -> vjp(linearization))) {
            assertThatThrownBy(use)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this linearization is closed");
        }
    }

    @Test
    void closingGivesNothingBackThatAnotherUses() {
        Propagator propagator = propagator(PLENTY, RunExecutor.SERIAL);
        Linearization first = propagator.linearize(model);
        double[] gradient = vjp(first);
        first.close();
        try (Linearization second = propagator.linearize(model);
                Linearization third = propagator.linearize(
                        Arrays.stream(model).map(m -> 0.9 * m).toArray())) {
            first.close();
            assertThat(vjp(third)[0]).isNotCloseTo(gradient[0], within(0.0));
            assertThat(vjp(second)).containsExactly(gradient);
        }
    }
}
