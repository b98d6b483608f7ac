package org.rote.operators.rays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.spi.Axis;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.LinearOperator;
import org.rote.spi.NumericsException;
import org.rote.testkit.TestContext;

class StraightRayTest {

    /** Sums of some hundred products, each rounded to 1e-16. */
    private static final double ROUNDING = 1e-13;

    private static final Grid GRID = new Grid(List.of(4, 3), List.of(10.0));
    private static final Layout LEFT = new Layout.Line(List.of(0.0, 5.0), List.of(0.0, 25.0), 3);
    private static final Layout RIGHT = new Layout.Line(List.of(40.0, 5.0), List.of(40.0, 25.0), 2);

    @Test
    void statesItsSpaces() {
        ForwardOperator rays = rays(WaveSpeed.SLOWNESS, LEFT, RIGHT, Pairs.ALL);
        assertThat(rays.domain().axes()).containsExactly(new Axis("x", "m", 4, 10, 5), new Axis("z", "m", 3, 10, 5));
        assertThat(rays.domain().describe()).isEqualTo("slowness in s/m, x 4 (step 10.0 m) × z 3 (step 10.0 m)");
        assertThat(rays.range().describe()).isEqualTo("travel time in s, source 3 × receiver 2");
        assertThat(rays).isInstanceOf(LinearOperator.class);
        assertThat(rays(WaveSpeed.VELOCITY, LEFT, RIGHT, Pairs.ALL).domain().describe())
                .startsWith("velocity in m/s");
        assertThat(rays(WaveSpeed.SQUARED_SLOWNESS, LEFT, RIGHT, Pairs.ALL)
                        .domain()
                        .describe())
                .startsWith("squared slowness in s^2/m^2");
    }

    @Test
    void constantMediumGivesDistanceOverVelocity() {
        double[] distances = {40, Math.hypot(40, 20), Math.hypot(40, 10), Math.hypot(40, 10), Math.hypot(40, 20), 40};
        double[] times = Arrays.stream(distances).map(d -> d / 2000).toArray();
        assertThat(times(WaveSpeed.SLOWNESS, 1.0 / 2000)).containsExactly(times, within(ROUNDING));
        assertThat(times(WaveSpeed.VELOCITY, 2000)).containsExactly(times, within(ROUNDING));
        assertThat(times(WaveSpeed.SQUARED_SLOWNESS, 1.0 / 4e6)).containsExactly(times, within(ROUNDING));
    }

    @Test
    void putsDepthFastest() {
        double[] slowness = new double[12];
        slowness[3 * 1 + 2] = 1;
        // only the cell in the second column and the third row: one horizontal ray at 25 m crosses it
        assertThat(times(rays(WaveSpeed.SLOWNESS, LEFT, RIGHT, Pairs.ALL), slowness)[5])
                .isCloseTo(10, within(ROUNDING));
        assertThat(times(rays(WaveSpeed.SLOWNESS, LEFT, RIGHT, Pairs.ALL), slowness)[0])
                .isZero();
    }

    @Test
    void adjointSpreadsEachTimeOverItsRay() {
        Layout source = new Layout.Points(List.of(List.of(0.0, 5.0)));
        Layout receiver = new Layout.Points(List.of(List.of(40.0, 5.0)));
        LinearOperator rays = (LinearOperator) rays(WaveSpeed.SLOWNESS, source, receiver, Pairs.ALL);
        double[] out = new double[12];
        rays.applyAdjoint(new double[] {2}, out);
        assertThat(out).containsExactly(new double[] {20, 0, 0, 20, 0, 0, 20, 0, 0, 20, 0, 0}, within(ROUNDING));
    }

    @Test
    void raysBeginAndEndAtTheCentresOfCells() {
        Layout source = new Layout.Cells(List.of(List.of(0, 1)));
        Layout receiver = new Layout.Cells(List.of(List.of(3, 1)));
        LinearOperator rays = (LinearOperator) rays(WaveSpeed.SLOWNESS, source, receiver, Pairs.ALL);
        double[] out = new double[12];
        rays.applyAdjoint(new double[] {1}, out);
        assertThat(out).containsExactly(new double[] {0, 5, 0, 0, 10, 0, 0, 10, 0, 0, 5, 0}, within(ROUNDING));
    }

    @Test
    void pairsOneToOne() {
        Layout three = new Layout.Line(List.of(40.0, 5.0), List.of(40.0, 25.0), 3);
        ForwardOperator rays = rays(WaveSpeed.SLOWNESS, LEFT, three, Pairs.ONE_TO_ONE);
        assertThat(rays.range().describe()).isEqualTo("travel time in s, pair 3");
        double[] slowness = new double[12];
        Arrays.fill(slowness, 1);
        assertThat(times(rays, slowness)).containsExactly(new double[] {40, 40, 40}, within(ROUNDING));
    }

    @Test
    void rejectsUnequalNumbersOneToOne() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> rays(WaveSpeed.SLOWNESS, LEFT, RIGHT, Pairs.ONE_TO_ONE))
                .withMessage("pairs: one-to-one needs as many receivers as sources, got 3 sources and 2 receivers"
                        + " (give equal numbers, or pairs: all)");
    }

    @Test
    void namesEveryPositionOutsideTheGrid() {
        Layout left = new Layout.Line(List.of(-1.0, 5.0), List.of(0.0, 25.0), 2);
        Layout right = new Layout.Line(List.of(40.0, 5.0), List.of(40.0, 31.0), 2);
        String fix = " is outside the grid, which reaches from (0 m, 0 m) to (40 m, 30 m)"
                + " (move it, or enlarge the grid)";
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> rays(WaveSpeed.SLOWNESS, left, right, Pairs.ALL))
                .withMessage("sources: number 0 at (-1 m, 5 m)" + fix + "; receivers: number 1 at (40 m, 31 m)" + fix);
    }

    @Test
    void namesBadCellsOfSourcesAndOfReceiversAtOnce() {
        Layout cells = new Layout.Cells(List.of(List.of(4, 0), List.of(0, 0)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> rays(WaveSpeed.SLOWNESS, cells, cells, Pairs.ALL))
                .withMessage("sources.at[0][0]: is 4, but the grid has 4 along x (give a whole number from 0 to 3); "
                        + "receivers.at[0][0]: is 4, but the grid has 4 along x (give a whole number from 0 to 3)");
    }

    @Test
    void refusesAGridOfThreeAxes() {
        Grid space = new Grid(List.of(4, 3, 3), List.of(10.0));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new StraightRayConfig(WaveSpeed.SLOWNESS, space, LEFT, RIGHT, Pairs.ALL))
                .withMessage("grid.shape: has 3 axes, but this operator works in two dimensions"
                        + " (give the counts along x and z, for example [70, 70])");
    }

    @Test
    void rejectsARayOfNoLength() {
        Layout points = new Layout.Points(List.of(List.of(40.0, 5.0), List.of(0.0, 15.0)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> rays(WaveSpeed.SLOWNESS, LEFT, points, Pairs.ALL))
                .withMessage("receivers: number 1 at (0 m, 15 m) is where source 1 is, and a ray of no length takes no"
                        + " time (move one of them, or pair them otherwise with pairs: one-to-one)");
        Layout other = new Layout.Points(List.of(List.of(0.0, 15.0), List.of(40.0, 5.0), List.of(40.0, 15.0)));
        assertThat(rays(WaveSpeed.SLOWNESS, LEFT, other, Pairs.ONE_TO_ONE)
                        .range()
                        .size())
                .as("rays between other ends have a length")
                .isEqualTo(3);
    }

    @Test
    void namesTheCellWhoseVelocityIsNotPositive() {
        ForwardOperator rays = rays(WaveSpeed.VELOCITY, LEFT, RIGHT, Pairs.ALL);
        double[] velocity = new double[12];
        Arrays.fill(velocity, 2000);
        velocity[3 * 2 + 1] = -12.5;
        String message = "velocity must be greater than 0 and finite, got -12.5 m/s in cell (2, 1) at (25.0 m, 15.0 m)"
                + "\n  fix  correct the model, or use a prior or a parameterization that keeps it positive";
        assertThatExceptionOfType(NumericsException.class)
                .isThrownBy(() -> rays.forward(velocity, new double[6]))
                .withMessage(message);
        assertThatExceptionOfType(NumericsException.class)
                .isThrownBy(() -> rays.linearize(velocity))
                .withMessage(message);
    }

    @Test
    void namesTheCellWhoseSquaredSlownessIsNoNumber() {
        double[] model = new double[12];
        Arrays.fill(model, 1e-6);
        model[0] = Double.NaN;
        assertThatExceptionOfType(NumericsException.class)
                .isThrownBy(() ->
                        rays(WaveSpeed.SQUARED_SLOWNESS, LEFT, RIGHT, Pairs.ALL).forward(model, new double[6]))
                .withMessageStartingWith(
                        "squared slowness must be greater than 0 and finite, got NaN s^2/m^2 in cell (0, 0)");
    }

    private static double[] times(WaveSpeed parameter, double value) {
        double[] model = new double[12];
        Arrays.fill(model, value);
        return times(rays(parameter, LEFT, RIGHT, Pairs.ALL), model);
    }

    private static double[] times(ForwardOperator rays, double[] model) {
        double[] out = new double[rays.range().size()];
        rays.forward(model, out);
        return out;
    }

    private static ForwardOperator rays(WaveSpeed parameter, Layout sources, Layout receivers, Pairs pairs) {
        StraightRayConfig config = new StraightRayConfig(parameter, GRID, sources, receivers, pairs);
        return new StraightRayFactory().create(config, TestContext.forOperator());
    }
}
