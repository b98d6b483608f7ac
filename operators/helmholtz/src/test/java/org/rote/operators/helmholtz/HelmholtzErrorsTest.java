package org.rote.operators.helmholtz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.Layout;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.testkit.TestContext;

/** What is said of bad input: what, where and what to do about it, all at once. */
class HelmholtzErrorsTest {

    private static final Layout WITHIN = new Layout.Points(List.of(List.of(50.0, 50.0)));

    @Test
    void tellsOfEveryBadKeyAtOnce() {
        assertThatThrownBy(() -> config(List.of(6.0, 6.0, -1.0), new HelmholtzConfig.Pml(30, 200), WITHIN, WITHIN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("frequencies[2]")
                .hasMessageContaining("must be greater than 0, got -1.0")
                .hasMessageContaining("must all be different, got [6.0, 6.0, -1.0]")
                .hasMessageContaining("pml.cells")
                .hasMessageContaining("must be at most 20, the shorter side of the grid, got 30");
    }

    @Test
    void refusesLayersThinnerThanTheWindowOfTheInterpolation() {
        assertThatThrownBy(() -> config(List.of(6.0), new HelmholtzConfig.Pml(3, 200), WITHIN, WITHIN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must be at least 4, as far as the window of the interpolation reaches")
                .hasMessageContaining("interpolation: bilinear");
    }

    @Test
    void refusesLayersWithoutThicknessOrStrength() {
        assertThatThrownBy(() -> new HelmholtzConfig.Pml(0, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cells")
                .hasMessageContaining("strength");
    }

    @Test
    void namesEverySourceAndReceiverOutside() {
        Layout outside = new Layout.Points(List.of(List.of(10.0, 20.0), List.of(-1.0, 20.0), List.of(10.0, 290.1)));
        HelmholtzConfig config = config(List.of(6.0), new HelmholtzConfig.Pml(10, 200), outside, outside);
        assertThatThrownBy(() -> new HelmholtzFactory().create(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sources")
                .hasMessageContaining("number 1 at (-1 m, 20 m) is outside the grid")
                .hasMessageContaining("number 2 at (10 m, 290.1 m) is outside the grid")
                .hasMessageContaining("which reaches from (0 m, 0 m) to (190 m, 290 m)")
                .hasMessageContaining("receivers")
                .hasMessageNotContaining("number 0 ");
    }

    @Test
    void namesBadCellsOfSourcesAndOfReceiversAtOnce() {
        Layout cells = new Layout.Cells(List.of(List.of(20, 3)));
        HelmholtzConfig config = config(List.of(6.0), new HelmholtzConfig.Pml(10, 200), cells, cells);
        assertThatThrownBy(() -> new HelmholtzFactory().create(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sources.at[0][0]: is 20, but the grid has 20 along x")
                .hasMessageContaining("receivers.at[0][0]: is 20, but the grid has 20 along x");
    }

    @Test
    void refusesAGridOfThreeAxes() {
        assertThatThrownBy(() -> new HelmholtzConfig(
                        WaveSpeed.SQUARED_SLOWNESS,
                        new Grid(List.of(20, 20, 30), List.of(10.0)),
                        List.of(6.0),
                        new HelmholtzConfig.Pml(10, 200),
                        WITHIN,
                        WITHIN,
                        Interpolation.SINC,
                        Stencil.FIVE_POINT,
                        Precision.SINGLE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("grid.shape: has 3 axes, but this operator works in two dimensions"
                        + " (give the counts along x and z, for example [70, 70])");
    }

    @Test
    void saysWhichNodeIsNotPositive() {
        ForwardOperator operator = operator(6, TestContext.forOperator());
        double[] model = homogeneous(operator, 2000);
        model[3 * 30 + 7] = 0;
        double[] out = new double[operator.range().size()];
        assertThatThrownBy(() -> operator.forward(model, out))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("squared slowness must be greater than 0 and finite, got 0.0 s^2/m^2")
                .hasMessageContaining("(3, 7) at (30.0 m, 70.0 m)");
        model[3 * 30 + 7] = Double.NaN;
        assertThatThrownBy(() -> operator.linearize(model)).isInstanceOf(NumericsException.class);
    }

    @Test
    void refusesLessThanFourPointsInAWavelength() {
        ForwardOperator operator = operator(60, TestContext.forOperator());
        double[] out = new double[operator.range().size()];
        assertThatThrownBy(() -> operator.forward(homogeneous(operator, 2000), out))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("33.3 m at 60.0 Hz")
                .hasMessageContaining("has 3.33 grid points")
                .hasMessageContaining("fix  take a spacing of at most 8.33 m, or a frequency of at most 50.0 Hz");
    }

    @Test
    void warnsOnceOfDispersionAndSaysHowMuch() {
        TestContext context = TestContext.forOperator();
        ForwardOperator operator = operator(25, context);
        double[] out = new double[operator.range().size()];
        operator.forward(homogeneous(operator, 4000), out);
        assertThat(context.warnings()).isEmpty();
        operator.forward(homogeneous(operator, 2000), out);
        operator.forward(homogeneous(operator, 1900), out);
        assertThat(context.warnings()).hasSize(1);
        assertThat(context.warnings().get(0)).contains("8.00 grid points", "% wrong", "stencil: nine-point");
    }

    private static HelmholtzConfig config(
            List<Double> frequencies, HelmholtzConfig.Pml pml, Layout sources, Layout receivers) {
        return new HelmholtzConfig(
                WaveSpeed.SQUARED_SLOWNESS,
                new Grid(List.of(20, 30), List.of(10.0)),
                frequencies,
                pml,
                sources,
                receivers,
                Interpolation.SINC,
                Stencil.FIVE_POINT,
                Precision.SINGLE);
    }

    private static ForwardOperator operator(double frequency, TestContext context) {
        HelmholtzConfig config = config(List.of(frequency), new HelmholtzConfig.Pml(10, 200), WITHIN, WITHIN);
        return new HelmholtzFactory().create(config, context);
    }

    private static double[] homogeneous(ForwardOperator operator, double velocity) {
        double[] model = new double[operator.domain().size()];
        Arrays.fill(model, 1 / (velocity * velocity));
        return model;
    }
}
