package org.rote.operators.helmholtz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.Layout;
import org.rote.spi.ForwardOperator;
import org.rote.testkit.TestContext;

/** A point source in a homogeneous medium of six wavelengths each way, recorded around it, against −(i/4) H₀⁽¹⁾(k r). */
class GreensFunctionTest {

    private static final double WAVELENGTH = 100;
    private static final double VELOCITY = 1000;
    private static final double FREQUENCY = VELOCITY / WAVELENGTH;
    private static final int LENGTH = 6;

    /** Two wavelengths of layer and this strength reflect less than the errors below. */
    private static final double STRENGTH = 30 * FREQUENCY;

    /** What was measured and a fiftieth of it. */
    @ParameterizedTest
    @CsvSource({
        "NINE_POINT, 4, 1, 0.0301",
        "NINE_POINT, 6, 1, 0.0233",
        "NINE_POINT, 8, 1, 0.0179",
        "NINE_POINT, 6, 0.5, 0.0175",
        "NINE_POINT, 12, 1, 0.0095",
        "FIVE_POINT, 12, 1, 0.1027",
        "FIVE_POINT, 24, 1, 0.0249"
    })
    void agreesWithTheAnalyticSolution(Stencil stencil, int points, double ratio, double bound) {
        assertThat(error(stencil, points, ratio, 0)).isBetween(0.95 * bound, bound);
    }

    @Test
    void ninePointOnAGridFourTimesCoarserMatchesFivePoint() {
        assertThat(error(Stencil.NINE_POINT, 6, 1, 0)).isLessThan(1.1 * error(Stencil.FIVE_POINT, 24, 1, 0));
    }

    /** Sinc interpolation of a source between nodes adds less than what the stencil is wrong by. */
    @ParameterizedTest
    @CsvSource({"NINE_POINT, 6", "FIVE_POINT, 24"})
    void sourceMayStandBetweenNodes(Stencil stencil, int points) {
        assertThat(error(stencil, points, 1, 0.43)).isLessThan(1.1 * error(stencil, points, 1, 0));
    }

    /**
     * Relative error in the 2-norm of all that is recorded on circles of 1 to 2.5 wavelengths.
     *
     * @param stencil of the operator
     * @param points grid points per wavelength along x
     * @param ratio of the spacing along z to that along x
     * @param offset of the source from a node, in spacings
     */
    private static double error(Stencil stencil, int points, double ratio, double offset) {
        double spacing = WAVELENGTH / points;
        double middle = LENGTH * WAVELENGTH / 2;
        double sourceX = middle + offset * spacing;
        double sourceZ = middle + 0.6 * offset * spacing;
        List<List<Double>> receivers = new ArrayList<>();
        for (double radius = 1; radius <= 2.5; radius += 0.5) {
            for (int turn = 0; turn < 24; turn++) {
                double angle = 2 * Math.PI * turn / 24;
                receivers.add(List.of(
                        middle + radius * WAVELENGTH * Math.cos(angle),
                        middle + radius * WAVELENGTH * Math.sin(angle)));
            }
        }
        HelmholtzConfig config = new HelmholtzConfig(
                WaveSpeed.VELOCITY,
                new Grid(
                        List.of(LENGTH * points + 1, (int) Math.round(LENGTH * points / ratio) + 1),
                        List.of(spacing, ratio * spacing)),
                List.of(FREQUENCY),
                new HelmholtzConfig.Pml((int) Math.round(2 * points / ratio), STRENGTH),
                new Layout.Points(List.of(List.of(sourceX, sourceZ))),
                new Layout.Points(receivers),
                Interpolation.SINC,
                stencil,
                Precision.DOUBLE);
        ForwardOperator waves = new HelmholtzFactory().create(config, TestContext.forOperator());
        double[] model = new double[waves.domain().size()];
        Arrays.fill(model, VELOCITY);
        double[] data = new double[waves.range().size()];
        waves.forward(model, data);
        double difference = 0;
        double norm = 0;
        for (int r = 0; r < receivers.size(); r++) {
            double distance = Math.hypot(
                    receivers.get(r).get(0) - sourceX, receivers.get(r).get(1) - sourceZ);
            double[] hankel = hankel(2 * Math.PI * distance / WAVELENGTH);
            // −(i/4) (re + i im) = im/4 − i re/4
            double re = hankel[1] / 4;
            double im = -hankel[0] / 4;
            difference += Math.pow(data[2 * r] - re, 2) + Math.pow(data[2 * r + 1] - im, 2);
            norm += re * re + im * im;
        }
        return Math.sqrt(difference / norm);
    }

    /** H₀⁽¹⁾(x) as (real, imaginary) by Hankel's expansion √(2/(π x)) e^(i (x − π/4)) Σ_j (−i)^j a_j / x^j, a_j = (1 · 3 · … · (2j − 1))² / (j! 8^j): 8 terms leave 4e-6 for x ≥ 5.9. */
    private static double[] hankel(double x) {
        double re = 0;
        double im = 0;
        double term = 1;
        for (int j = 0; j < 8; j++) {
            switch (j % 4) {
                case 0 -> re += term;
                case 1 -> im -= term;
                case 2 -> re -= term;
                default -> im += term;
            }
            term *= Math.pow(2 * j + 1, 2) / (8 * (j + 1) * x);
        }
        double amplitude = Math.sqrt(2 / (Math.PI * x));
        double phase = x - Math.PI / 4;
        return new double[] {
            amplitude * (re * Math.cos(phase) - im * Math.sin(phase)),
            amplitude * (re * Math.sin(phase) + im * Math.cos(phase))
        };
    }
}
