package org.rote.plugins.dataset.geology.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Part;
import org.rote.spi.Problem;
import org.rote.spi.Space;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;

class SmoothedTest {

    private static final Space GRID = WaveSpeed.SQUARED_SLOWNESS.in(Backgrounds.grid(41, 61, 10));
    /** Sums of some hundred numbers, relative to the largest. */
    private static final double ROUNDING = 1e-12;

    private static double[] smooth(Space space, double[] model, Optional<Double> water, Double... lengths) {
        Part<Dataset> part = new FixedPart<>("inline", new InMemoryDataset(space, model));
        double[] out = new double[space.size()];
        new SmoothedFactory()
                .create(new SmoothedConfig(part, List.of(lengths), water), TestContext.in(space))
                .read(0, out);
        return out;
    }

    @Test
    void spreadsASpikeOverABellOfItsDeviation() {
        double[] spike = new double[GRID.size()];
        spike[20 * 61 + 30] = 1;
        double[] smooth = smooth(GRID, spike, Optional.empty(), 30.0, 50.0);
        double sum = 0;
        double across = 0;
        double along = 0;
        double most = 0;
        for (int i = 0; i < smooth.length; i++) {
            double dx = 10 * (i / 61 - 20);
            double dz = 10 * (i % 61 - 30);
            sum += smooth[i];
            along += smooth[i] * dx * dx;
            across += smooth[i] * dz * dz;
            double bell = 100 / (2 * Math.PI * 30 * 50) * Math.exp(-dx * dx / 1800 - dz * dz / 5000);
            most = Math.max(most, Math.abs(smooth[i] - bell));
        }
        // what the bell loses at the sides of the model is made up for there
        assertThat(sum).isCloseTo(1, within(1e-6));
        // means over fractions of cells add to the variance what cells of finite size do
        assertThat(Math.sqrt(along)).isCloseTo(30, within(0.9));
        assertThat(Math.sqrt(across)).isCloseTo(50, within(0.6));
        assertThat(most).as("distance from a Gaussian").isLessThan(0.08 * 100 / (2 * Math.PI * 30 * 50));
    }

    @Test
    void keepsConstantsUpToTheSidesAndMeansOverLongLengths() {
        double[] constant = new double[GRID.size()];
        Arrays.fill(constant, 4e-7);
        for (double value : smooth(GRID, constant, Optional.empty(), 170.0)) {
            assertThat(value).isCloseTo(4e-7, within(ROUNDING * 4e-7));
        }
        double[] tilted = new double[GRID.size()];
        Arrays.setAll(tilted, i -> 1e-7 * (1 + i / 61));
        for (double value : smooth(GRID, tilted, Optional.empty(), 1e6, 0.0)) {
            assertThat(value).isCloseTo(21e-7, within(1e-9 * 21e-7));
        }
        assertThat(smooth(GRID, tilted, Optional.empty(), 0.0)).isEqualTo(tilted);
    }

    @Test
    void leavesWaterAndTheSeaFloorAsTheyAre() {
        double water = 1 / (1500.0 * 1500);
        double rock = 1 / (2500.0 * 2500);
        double[] model = new double[GRID.size()];
        Arrays.setAll(model, i -> i % 61 < 10 + i / 61 / 8 ? water : rock);
        // water that is not reached from the top is rock as any other
        model[20 * 61 + 50] = water;
        double[] smooth = smooth(GRID, model, Optional.of(1500.0), 60.0);
        for (int i = 0; i < model.length; i++) {
            boolean isWater = i % 61 < 10 + i / 61 / 8;
            double expected = isWater ? water : rock;
            double tolerance = isWater ? 0 : 0.02 * rock;
            assertThat(smooth[i]).as("cell %d", i).isCloseTo(expected, within(tolerance));
        }
        assertThat(smooth[20 * 61 + 50]).isGreaterThan(rock).isLessThan(1.02 * rock);
    }

    @Test
    void isTheSameInEveryQuantity() {
        Space velocity = WaveSpeed.VELOCITY.in(GRID);
        Part<Dataset> profile = Backgrounds.profile(List.of(0.0, 300.0, 300.0), List.of(1600.0, 2000.0, 3000.0));
        double[] squared = Backgrounds.model(Backgrounds.smoothed(profile, 50), GRID);
        double[] speeds = Backgrounds.model(Backgrounds.smoothed(profile, 50), velocity);
        for (int i = 0; i < squared.length; i++) {
            assertThat(1 / Math.sqrt(squared[i])).isCloseTo(speeds[i], within(1e-12 * speeds[i]));
        }
    }

    @Test
    void smoothsModelsWithoutPhysicsToo() {
        Space line = new Space(List.of(Axis.metres("x", 30, 10)), "value", "1", Element.FLOAT64);
        double[] step = new double[30];
        Arrays.fill(step, 15, 30, 2);
        double[] smooth = smooth(line, step, Optional.empty(), 40.0);
        assertThat(smooth[14] + smooth[15]).isCloseTo(2, within(1e-12));
        for (int i = 1; i < smooth.length; i++) {
            assertThat(smooth[i]).isGreaterThan(smooth[i - 1] - ROUNDING);
        }
    }

    @Test
    void refusesWhatItCannotSmooth() {
        assertThat(refusal(() -> smooth(GRID, new double[GRID.size()], Optional.empty(), 1.0, 2.0, 3.0)))
                .containsExactly(
                        "lengths: has 3 values for a model with 2 axes: squared slowness in s^2/m^2, x 41 (step 10.0 m) × z 61 (step 10.0 m) (give one length for all axes, or one for each)");
        assertThat(refusal(() -> smooth(Space.vector(3), new double[3], Optional.of(1500.0), 1.0)))
                .containsExactly(
                        "smooths models on grids with axes in m, but a model is value, component 3 (use it with an operator on such a grid)",
                        "water: needs models that are a speed of waves and whose last axis is z, got value, component 3 (leave water out)");
        assertThat(refusal(() -> smooth(GRID, new double[GRID.size()], Optional.of(0.0), -1.0)))
                .containsExactly(
                        "lengths: must be at least 0 m, got [-1.0] m (give lengths such as 200 m)",
                        "water: must be greater than 0, got 0.0 (give a positive number)");
        assertThat(refusal(() -> smooth(GRID, new double[GRID.size()], Optional.empty())))
                .containsExactly("lengths: must not be empty (give at least one)");
    }

    private static List<String> refusal(Runnable action) {
        return catchThrowableOfType(InvalidInputException.class, action::run).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
