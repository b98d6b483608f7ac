package org.rote.operators.acoustic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.Boundary;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.RunExecutor;
import org.rote.testkit.TestContext;
import org.rote.testkit.ThreadedExecutor;

final class AcousticGradientTest {

    private static final long SEED = 3;

    /** Central differences of single-precision data, by a step of 1 %: rounding of 1e-6 of the misfit and curvature. */
    private static final double DIFFERENCES = 0.01;

    /** Powers of two change no digits but those of numbers so small that stepping rounds them to 0, which are more where a wave cannot be sent back as loud. */
    private static final double ROUNDING = 1e-5;

    /** At the corners, whose values also fill the corners of the layers, at edges, and inside. */
    @ParameterizedTest
    @EnumSource
    void gradientIsThatOfFiniteDifferences(Boundary.Top top) {
        Small small = new Small(WaveSpeed.VELOCITY, List.of(17, 13), 8, top, 1e9);
        ForwardOperator operator = small.operator();
        double[] model =
                small.model(new SplittableRandom(SEED), operator.domain().size());
        double[] data = new double[operator.range().size()];
        operator.forward(model, data);
        double[] weights =
                new SplittableRandom(SEED + 1).doubles(data.length, -1, 1).toArray();
        double[] gradient = new double[model.length];
        try (Linearization linearization = operator.linearize(model)) {
            linearization.vjp(weights, gradient);
        }
        double largest = 0;
        for (double value : gradient) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int x : new int[] {0, 8, 16}) {
            for (int z : new int[] {0, 6, 12}) {
                int node = x * 13 + z;
                double step = 0.01 * model[node];
                double difference = (weighted(operator, model, node, step, weights)
                                - weighted(operator, model, node, -step, weights))
                        / (2 * step);
                assertThat(Math.abs(gradient[node] - difference) / largest)
                        .as(
                                "node (%d, %d), seed %d: gradient %g, difference %g",
                                x, z, SEED, gradient[node], difference)
                        .isLessThan(DIFFERENCES);
            }
        }
    }

    private static double weighted(ForwardOperator operator, double[] model, int node, double step, double[] weights) {
        double[] changed = model.clone();
        changed[node] += step;
        double[] data = new double[weights.length];
        operator.forward(changed, data);
        double sum = 0;
        for (int i = 0; i < data.length; i++) {
            sum += weights[i] * data[i];
        }
        return sum;
    }

    /** Two shots on two threads are one for each; on three, both threads and more work at the rows of each. */
    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsOnAnyNumberOfThreads(Boundary.Top top) {
        Small small = new Small(WaveSpeed.SQUARED_SLOWNESS, List.of(40, 60), 8, top, 1e9);
        double[] alone = everything(small, RunExecutor.SERIAL);
        for (int threads : new int[] {2, 3}) {
            assertThat(everything(small, new ThreadedExecutor(threads))).containsExactly(alone);
        }
    }

    /** Scaled by a power of two, so that data are rounded to the same bits and only the loudness at which they are sent back differs. */
    @ParameterizedTest
    @ValueSource(ints = {-900, -200, -60, 60, 200, 900})
    void gradientsOfTinyAndHugeDataAreThoseOfDataScaled(int exponent) {
        Small small = new Small(WaveSpeed.SQUARED_SLOWNESS, List.of(17, 13), 8, Boundary.Top.ABSORBING, 1e9);
        ForwardOperator operator = small.operator();
        SplittableRandom random = new SplittableRandom(SEED);
        double[] model = small.model(random, operator.domain().size());
        double[] weights = random.doubles(operator.range().size(), -1, 1).toArray();
        try (Linearization linearization = operator.linearize(model)) {
            assertScales(linearization::vjp, weights, exponent, model.length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-100, -60, 60, 100})
    void derivativesAlongTinyAndHugeChangesAreThoseOfChangesScaled(int exponent) {
        Small small = new Small(WaveSpeed.SQUARED_SLOWNESS, List.of(17, 13), 8, Boundary.Top.ABSORBING, 1e9);
        ForwardOperator operator = small.operator();
        SplittableRandom random = new SplittableRandom(SEED);
        double[] model = small.model(random, operator.domain().size());
        double[] change =
                Arrays.stream(model).map(m -> m * random.nextDouble(-1, 1)).toArray();
        try (Linearization linearization = operator.linearize(model)) {
            assertScales(linearization::jvp, change, exponent, operator.range().size());
        }
    }

    private static void assertScales(BiConsumer<double[], double[]> map, double[] x, int exponent, int size) {
        double[] y = new double[size];
        map.accept(x, y);
        double[] scaled = new double[size];
        map.accept(Arrays.stream(x).map(value -> Math.scalb(value, exponent)).toArray(), scaled);
        double largest = Arrays.stream(y).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < size; i++) {
            assertThat(Math.scalb(scaled[i], -exponent))
                    .as("number %d, seed %d", i, SEED)
                    .isCloseTo(y[i], within(ROUNDING * largest));
        }
    }

    private static double[] everything(Small small, RunExecutor executor) {
        ForwardOperator operator = new AcousticFactory()
                .create(small.config(), TestContext.forOperator().withExecutor(executor));
        SplittableRandom random = new SplittableRandom(SEED);
        double[] model = small.model(random, operator.domain().size());
        double[] all = new double[3 * operator.range().size() + model.length];
        double[] data = new double[operator.range().size()];
        operator.forward(model, data);
        System.arraycopy(data, 0, all, 0, data.length);
        try (Linearization linearization = operator.linearize(model)) {
            System.arraycopy(linearization.value(), 0, all, data.length, data.length);
            double[] gradient = new double[model.length];
            linearization.vjp(data.clone(), gradient);
            System.arraycopy(gradient, 0, all, 3 * data.length, gradient.length);
            double[] change = random.doubles(model.length, -1e-8, 1e-8).toArray();
            linearization.jvp(change, data);
            System.arraycopy(data, 0, all, 2 * data.length, data.length);
        }
        return all;
    }
}
