package org.rote.plugins.report.html.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void raisesExponents() {
        assertThat(Units.show("s^2/m^2")).isEqualTo("s²/m²");
        assertThat(Units.show("kg/m3")).isEqualTo("kg/m³");
        assertThat(Units.show("m*s^-1")).isEqualTo("m·s⁻¹");
    }

    @Test
    void leavesOtherUnitsAsTheyAre() {
        assertThat(Units.show("s²/m²")).isEqualTo("s²/m²");
        assertThat(Units.show("model units")).isEqualTo("model units");
        assertThat(Units.show("1/m")).isEqualTo("1/m");
    }

    @Test
    void saysNothingOfAPlainNumber() {
        assertThat(Units.labelled("weight", "1")).isEqualTo("weight");
        assertThat(Units.labelled("", "1")).isEmpty();
        assertThat(Units.labelled("", "m")).isEqualTo("m");
        assertThat(Units.labelled("depth", "m")).isEqualTo("depth (m)");
    }

    @Test
    void prefersAMetricMultipleToAPowerOfTen() {
        assertThat(Units.labelled("time", "s", -3)).isEqualTo("time (ms)");
        assertThat(Units.labelled("distance", "m", 3)).isEqualTo("distance (km)");
        assertThat(Units.labelled("slowness", "s/m", -6)).isEqualTo("slowness (µs/m)");
        assertThat(Units.labelled("velocity", "m/s", 3)).isEqualTo("velocity (km/s)");
        assertThat(Units.labelled("m", "s^2/m^2", -6)).isEqualTo("m (10⁻⁶ s²/m²)");
        assertThat(Units.labelled("rate", "1/s", -6)).isEqualTo("rate (10⁻⁶ 1/s)");
        assertThat(Units.labelled("weight", "1", -6)).isEqualTo("weight (10⁻⁶)");
    }

    @Test
    void knowsNoMultiplesThatNobodyUses() {
        assertThat(Units.multiple("s", 3)).isEmpty();
        assertThat(Units.multiple("m", 6)).isEmpty();
        assertThat(Units.multiple("m", -12)).isEmpty();
        assertThat(Units.multiple("Hz", 6)).contains("MHz");
    }
}
