package org.rote.operators.helmholtz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Interpolation;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.SeededStreams;

/** The gradient of ½‖F(m)‖² against central differences at corners, edges and within: the padded cells around the model copy its edge. */
class HelmholtzGradientTest {

    private static final long SEED = 20261123;
    private static final double FREQUENCY = 9;
    private static final int NX = 13;
    private static final int NZ = 11;

    /** Of the value: truncation of central differences h² and rounding 1e-13/h balance near here. */
    private static final double STEP = 1e-4;

    /** Of the largest derivative. */
    private static final double TOLERANCE = 1e-6;

    @ParameterizedTest
    @EnumSource(Stencil.class)
    void isTheFiniteDifferenceAtEveryEdgeAndCorner(Stencil stencil) {
        Small small = new Small(WaveSpeed.SQUARED_SLOWNESS, stencil, Precision.DOUBLE, Interpolation.SINC);
        ForwardOperator operator = small.operator(FREQUENCY);
        RandomGenerator random = new SeededStreams(SEED, "gradient").random("model", 0);
        double[] model = small.model(random, operator.domain().size());
        double[] gradient = new double[model.length];
        try (Linearization linearization = operator.linearize(model)) {
            linearization.vjp(linearization.value().clone(), gradient);
        }
        double largest = 0;
        for (double value : gradient) {
            largest = Math.max(largest, Math.abs(value));
        }
        int[][] places = {
            {0, 0}, {0, NZ - 1}, {NX - 1, 0}, {NX - 1, NZ - 1}, {0, 4}, {NX - 1, 7}, {5, 0}, {8, NZ - 1}, {1, 1}, {6, 5}
        };
        for (int[] place : places) {
            int node = place[0] * NZ + place[1];
            double step = STEP * model[node];
            double difference = (half(operator, model, node, step) - half(operator, model, node, -step)) / (2 * step);
            assertThat(gradient[node])
                    .as("at node (%d, %d), seed %d", place[0], place[1], SEED)
                    .isCloseTo(difference, within(TOLERANCE * largest));
        }
    }

    /** ½‖F‖² with one value changed. */
    private static double half(ForwardOperator operator, double[] model, int node, double step) {
        double[] changed = model.clone();
        changed[node] += step;
        double[] data = new double[operator.range().size()];
        operator.forward(changed, data);
        double sum = 0;
        for (double value : data) {
            sum += value * value / 2;
        }
        return sum;
    }
}
