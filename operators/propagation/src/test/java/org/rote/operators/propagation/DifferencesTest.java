package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DifferencesTest {

    /** Sums of a few terms of up to 8^16 against each other in double precision. */
    private static final double ROUNDING = 1e-8;

    @ParameterizedTest
    @EnumSource
    void differentiatesPolynomialsOfItsOrderExactly(Differences differences) {
        int radius = differences.radius();
        for (int power = 0; power <= 2 * radius; power++) {
            double first = 0;
            double second = power == 0 ? differences.second()[0] : 0;
            for (int k = 1; k <= radius; k++) {
                double right = Math.pow(k, power) / Math.pow(radius, power);
                double left = Math.pow(-k, power) / Math.pow(radius, power);
                first += differences.first()[k] * (right - left);
                second += differences.second()[k] * (right + left);
            }
            double scale = Math.pow(radius, power);
            assertThat(first * scale)
                    .as("first of x^%d", power)
                    .isCloseTo(power == 1 ? 1 : 0, within(ROUNDING * scale));
            assertThat(second * scale)
                    .as("second of x^%d", power)
                    .isCloseTo(power == 2 ? 2 : 0, within(ROUNDING * scale));
        }
    }

    @Test
    void hasTheKnownWeightsOfFourthOrder() {
        assertThat(Differences.FOURTH.first()).containsExactly(new double[] {0, 2 / 3.0, -1 / 12.0}, within(1e-15));
        assertThat(Differences.FOURTH.second())
                .containsExactly(new double[] {-5 / 2.0, 4 / 3.0, -1 / 12.0}, within(1e-15));
        assertThat(Differences.FOURTH.largest()).isCloseTo(16 / 3.0, within(1e-14));
    }
}
