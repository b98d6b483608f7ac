package org.rote.plugins.report.html.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void showsFourSignificantDigitsWithoutTrailingZeros() {
        assertThat(Numbers.of(0.123456)).isEqualTo("0.1235");
        assertThat(Numbers.of(0.05)).isEqualTo("0.05");
        assertThat(Numbers.of(1234.56)).isEqualTo("1235");
        assertThat(Numbers.of(99999.6)).isEqualTo("100000");
    }

    @Test
    void usesATrueMinusSign() {
        assertThat(Numbers.of(-0.5)).isEqualTo("−0.5");
        assertThat(Numbers.of(-3)).isEqualTo("−3");
        assertThat(Numbers.fixed(-1.25, 1)).isEqualTo("−1.2");
    }

    @Test
    void writesPowersOfTenForTheVerySmallAndTheVeryLarge() {
        assertThat(Numbers.of(-1.23456e-7)).isEqualTo("−1.235×10⁻⁷");
        assertThat(Numbers.of(2e-5)).isEqualTo("2×10⁻⁵");
        assertThat(Numbers.of(6.02e23)).isEqualTo("6.02×10²³");
        assertThat(Numbers.of(Double.MIN_VALUE)).isEqualTo("4.941×10⁻³²⁴");
        assertThat(Numbers.of(Double.MAX_VALUE)).isEqualTo("1.798×10³⁰⁸");
    }

    @Test
    void showsIntegersWhole() {
        assertThat(Numbers.of(20260)).isEqualTo("20260");
        assertThat(Numbers.of(1234567)).isEqualTo("1234567");
        assertThat(Numbers.of(0)).isEqualTo("0");
        assertThat(Numbers.of(-0.0)).isEqualTo("0");
    }

    @Test
    void namesWhatIsNoNumber() {
        assertThat(Numbers.of(Double.NaN)).isEqualTo("NaN");
        assertThat(Numbers.of(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(Numbers.of(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @Test
    void neverWritesMinusZero() {
        assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numbers.coordinate(-0.001)).isEqualTo("0");
    }

    @Test
    void writesCoordinatesWithAtMostTwoDecimals() {
        assertThat(Numbers.coordinate(12)).isEqualTo("12");
        assertThat(Numbers.coordinate(12.5)).isEqualTo("12.5");
        assertThat(Numbers.coordinate(-12.345)).isEqualTo("-12.34");
        assertThat(Numbers.coordinate(-0.05)).isEqualTo("-0.05");
        assertThat(Numbers.coordinate(0.999)).isEqualTo("1");
    }

    @Test
    void keepsAbsurdCoordinatesWithinBounds() {
        assertThat(Numbers.coordinate(Double.POSITIVE_INFINITY)).isEqualTo("1000000000");
        assertThat(Numbers.coordinate(-1e300)).isEqualTo("-1000000000");
    }
}
