package org.rote.plugins.parameterization.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

final class DepthWeightingTest {

    private static final double ROUNDING = 1e-15;

    /** Two columns of nine cells, 0 m to 80 m deep. */
    private static final Space SPACE = Grids.of(WaveSpeed.SQUARED_SLOWNESS, 2, 9);

    private static Parameterization.Invertible make(double mute, double taper, double power) {
        return (Parameterization.Invertible)
                new DepthWeightingFactory().create(new DepthWeightingConfig(mute, taper, power), TestContext.in(SPACE));
    }

    private static double[] ones() {
        double[] ones = new double[SPACE.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] weights(double mute, double taper, double power) {
        double[] out = new double[SPACE.size()];
        make(mute, taper, power).forward(ones(), out);
        return out;
    }

    @Test
    void mutesEveryColumnAboveADepthAndComesInOverTheTaper() {
        double[] column = {0, 0, 0, 0.5, 1, 1, 1, 1, 1};
        double[] weights = weights(20, 20, 0);
        assertThat(Arrays.copyOf(weights, 9)).containsExactly(column, within(ROUNDING));
        assertThat(Arrays.copyOfRange(weights, 9, 18)).containsExactly(column, within(ROUNDING));
    }

    @Test
    void growsWithAPowerOfTheDepth() {
        double[] weights = weights(0, 0, 2);
        for (int k = 0; k < 9; k++) {
            assertThat(weights[k]).as("cell %d", k).isCloseTo(k * k / 64.0, within(ROUNDING));
        }
    }

    @Test
    void goesBackFromAModelAndGivesNothingWhereItWasMuted() {
        double[] coordinates = new double[SPACE.size()];
        make(20, 20, 1).invert(ones(), coordinates);
        double[] model = new double[SPACE.size()];
        make(20, 20, 1).forward(coordinates, model);
        assertThat(Arrays.copyOf(model, 9)).containsExactly(new double[] {0, 0, 0, 1, 1, 1, 1, 1, 1}, within(ROUNDING));
        assertThat(coordinates).startsWith(0, 0, 0).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Test
    void refusesWhatIsNoWeighting() {
        assertThat(Refusals.of(() -> new DepthWeightingConfig(-1, -2, Double.NaN)))
                .contains("mute", "taper", "power", "must be at least 0, got -2.0");
        assertThat(Refusals.of(() -> new DepthWeightingConfig(0, 0, 0))).contains("changes nothing");
        assertThat(Refusals.of(() -> make(80, 0, 0)))
                .contains("must be less than 80.0 m, the depth of the deepest cell, got 80.0 m");
        assertThat(Refusals.of(() -> new DepthWeightingFactory()
                        .create(new DepthWeightingConfig(20, 0, 0), TestContext.in(Space.vector(4)))))
                .contains("needs models whose last axis is z");
    }
}
