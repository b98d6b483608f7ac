package org.rote.operators.helmholtz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.Layout;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestContext;

/** Data and gradient of the published code, corrected for the edge padding and the transpose: 64 × 64 nodes, 4 Hz, five sources, 40 receivers. */
class HelmholtzReferenceTest {

    /** The reference states numbers in km; squared slowness in s²/km² is a million times that in s²/m². */
    private static final double PER_SQUARE_KILOMETRE = 1e-6;

    /** In double precision. */
    private static final double DATA = 1e-9;

    /** With factors in single precision, whose solutions are refined once: the square of what one solution is off, 1e-4. */
    private static final double REFINED = 1e-8;

    /** The residual is a hundredth of the data, and what the data are off shows a hundred times larger in it and in the gradient, and twice that in the misfit. */
    private static final double IN_RESIDUAL = 100;

    private final ReferenceNumbers reference = ReferenceNumbers.shared("helmholtz.json");

    @ParameterizedTest
    @EnumSource(Precision.class)
    void dataAndGradientAreThePublishedOnesMadeExact(Precision precision) {
        double[] model = flat(reference.at("model_m").rows(), PER_SQUARE_KILOMETRE);
        double[] expected = pairs(
                reference.at("data", "real").rows(),
                reference.at("data", "imag").rows());
        ForwardOperator operator = operator(precision);
        double tolerance = precision == Precision.DOUBLE ? DATA : REFINED;
        double[] data = new double[operator.range().size()];
        operator.forward(model, data);
        assertThat(relativeDistance(data, expected)).isLessThan(tolerance);
        double[] residual = new double[data.length];
        double misfit = 0;
        double[] gradient = new double[model.length];
        try (Linearization linearization = operator.linearize(model)) {
            for (int i = 0; i < data.length; i++) {
                residual[i] = linearization.value()[i] - 1.01 * expected[i];
                misfit += residual[i] * residual[i] / 2;
            }
            linearization.vjp(residual, gradient);
        }
        double expectedMisfit = reference.at("misfit", "value").number();
        assertThat(misfit).isCloseTo(expectedMisfit, within(2 * IN_RESIDUAL * tolerance * expectedMisfit));
        double[] exact = flat(reference.at("gradient_exact", "value").rows(), 1 / PER_SQUARE_KILOMETRE);
        assertThat(relativeDistance(gradient, exact)).isLessThan(IN_RESIDUAL * tolerance);
    }

    private ForwardOperator operator(Precision precision) {
        HelmholtzConfig config = new HelmholtzConfig(
                WaveSpeed.SQUARED_SLOWNESS,
                new Grid(List.of(64, 64), List.of(31.25)),
                List.of(reference.at("frequency").number()),
                new HelmholtzConfig.Pml(10, reference.at("pml_max").number()),
                cells("sources"),
                cells("receivers"),
                Interpolation.SINC,
                Stencil.FIVE_POINT,
                precision);
        return new HelmholtzFactory().create(config, TestContext.forOperator());
    }

    private Layout cells(String key) {
        List<List<Integer>> at = new ArrayList<>();
        for (double[] cell : reference.at(key).rows()) {
            at.add(List.of((int) cell[0], (int) cell[1]));
        }
        return new Layout.Cells(at);
    }

    private static double[] flat(double[][] rows, double scale) {
        double[] flat = new double[rows.length * rows[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = scale * rows[i / rows[0].length][i % rows[0].length];
        }
        return flat;
    }

    private static double[] pairs(double[][] real, double[][] imaginary) {
        double[] re = flat(real, 1);
        double[] im = flat(imaginary, 1);
        double[] pairs = new double[2 * re.length];
        for (int i = 0; i < re.length; i++) {
            pairs[2 * i] = re[i];
            pairs[2 * i + 1] = im[i];
        }
        return pairs;
    }

    private static double relativeDistance(double[] found, double[] expected) {
        double distance = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            distance += (found[i] - expected[i]) * (found[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        return Math.sqrt(distance / norm);
    }
}
