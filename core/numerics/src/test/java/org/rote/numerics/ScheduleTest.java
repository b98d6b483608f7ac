package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rote.spi.InvalidInputException;
import org.rote.testkit.ReferenceNumbers;

class ScheduleTest {

    /** Rounding of a product of two hundred factors. */
    private static final double ROUNDING = 1e-13;

    @Test
    void linearScheduleAgreesWithThePublishedOne() {
        ReferenceNumbers reference = ReferenceNumbers.shared("ddpm-schedule.json");
        double[] alphaBar = reference.at("alphas_cumprod_float64").numbers();
        NoiseLevels levels = new Schedule.VpLinear(1e-4, 0.02, 200).levels();

        assertThat(levels.steps()).isEqualTo(alphaBar.length);
        for (int t = 0; t < alphaBar.length; t++) {
            assertThat(levels.alpha(t) * levels.alpha(t)).isCloseTo(alphaBar[t], within(ROUNDING));
            assertThat(levels.sigma(t) * levels.sigma(t)).isCloseTo(1 - alphaBar[t], within(ROUNDING));
            assertThat(levels.noise(t)).isCloseTo(Math.sqrt((1 - alphaBar[t]) / alphaBar[t]), within(1e-11));
        }
    }

    @Test
    void cosineScheduleFollowsItsFormulaUntilBetaIsClipped() {
        int steps = 50;
        NoiseLevels levels = new Schedule.VpCosine(0.008, steps).levels();
        double start = Math.pow(Math.cos(0.008 / 1.008 * Math.PI / 2), 2);
        for (int t = 0; t < steps - 1; t++) {
            double angle = ((t + 1.0) / steps + 0.008) / 1.008 * Math.PI / 2;
            assertThat(levels.alpha(t) * levels.alpha(t))
                    .isCloseTo(Math.pow(Math.cos(angle), 2) / start, within(ROUNDING));
        }
        // the last β would be 1; it is 0.999
        double ratio = levels.alpha(steps - 1) / levels.alpha(steps - 2);
        assertThat(ratio * ratio).isCloseTo(0.001, within(ROUNDING));
    }

    @Test
    void explodingScheduleIsGeometric() {
        NoiseLevels levels = new Schedule.Ve(0.01, 10, 4).levels();

        assertThat(new double[] {levels.sigma(0), levels.sigma(1), levels.sigma(2), levels.sigma(3)})
                .containsExactly(new double[] {0.01, 0.1, 1, 10}, within(ROUNDING));
        assertThat(levels.alpha(3)).isEqualTo(1);
        assertThat(levels.noise(3)).isCloseTo(10, within(ROUNDING));
    }

    @Test
    void edmScheduleHasEqualStepsInItsRoot() {
        NoiseLevels levels = new Schedule.Edm(0.002, 80, 7, 5).levels();

        assertThat(levels.sigma(0)).isCloseTo(0.002, within(1e-15));
        assertThat(levels.sigma(4)).isCloseTo(80, within(1e-11));
        for (int t = 1; t < 4; t++) {
            double middle = (Math.pow(levels.sigma(t - 1), 1 / 7.0) + Math.pow(levels.sigma(t + 1), 1 / 7.0)) / 2;
            assertThat(Math.pow(levels.sigma(t), 1 / 7.0)).isCloseTo(middle, within(ROUNDING));
        }
    }

    @Test
    void beforeTheFirstStepThereIsNoNoise() {
        NoiseLevels levels = new Schedule.VpLinear(1e-4, 0.02, 1).levels();

        assertThat(levels.alpha(-1)).isEqualTo(1);
        assertThat(levels.sigma(-1)).isZero();
        assertThat(levels.sigma(0)).isCloseTo(0.01, within(ROUNDING));
    }

    @Test
    void namesEveryKeyThatIsOutOfRange() {
        assertThatThrownBy(() -> new Schedule.VpLinear(0, -1, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("beta-start: must be greater than 0, got 0.0 (give a positive number); "
                        + "beta-end: must be at least beta-start = 0.0 and less than 1, got -1.0 (give a number such as 0.02); "
                        + "steps: must be at least 1, got 0 (give 1 or more)");
        assertThatThrownBy(() -> new Schedule.VpCosine(-0.1, 10))
                .hasMessage("offset: must be at least 0, got -0.1 (give a small number such as 0.008)");
        assertThatThrownBy(() -> new Schedule.Ve(1, 0.5, 1))
                .hasMessage("sigma-max: must be greater than sigma-min = 1.0, got 0.5 "
                        + "(give the noise level of the last step, a few times the spread of the models); "
                        + "steps: must be at least 2, got 1 (give 2 or more)");
        assertThatThrownBy(() -> new Schedule.Edm(0.002, 80, Double.NaN, 18))
                .hasMessage("rho: must be greater than 0, got NaN (give a positive number)");
    }
}
