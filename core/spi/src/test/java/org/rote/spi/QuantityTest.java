package org.rote.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    // one rounding for the prefix, one for each further unit
    private static final double ROUNDING = 1e-14;

    @ParameterizedTest
    @CsvSource({
        "6 Hz, Hz, 6",
        "10 m, m, 10",
        "2 km/s, m/s, 2000",
        "2.5 km / s, m/s, 2500",
        "1e-3 s/m, s/km, 1",
        "-3ms, s, -3e-3",
        "0.25 s²/km², s2/m2, 2.5e-7",
        "0.25 s^2/km^2, s²/m², 2.5e-7",
        "1 s⁻¹, Hz, 1",
        "2.3 g/cm3, kg/m3, 2300",
        "5 µs, ns, 5000",
        "100 ft, m, 30.48",
        "90 deg, rad, 1.5707963267948966",
        "5 %, 1, 0.05",
        "2 GB, byte, 2e9",
        "1 GiB, MiB, 1024",
        "2 min, s, 120",
        ".5 kPa, Pa, 500",
        "3 m.s, m*s, 3"
    })
    void readsNumberAndUnit(String text, String unit, double expected) {
        assertThat(Quantity.parse(text).in(unit)).isCloseTo(expected, within(ROUNDING * Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvSource({"2 ms, s, 2e-3", " 0.3 , 1, 0.3", "-1e-3, 1, -1e-3", "5 %, 1, 0.05", "50 m/s, m/s, 50"})
    void readsAValueInAGivenUnit(String text, String unit, double expected) {
        assertThat(Quantity.parse(text, unit)).isCloseTo(expected, within(ROUNDING * Math.abs(expected)));
    }

    @Test
    void asksForTheUnitThatIsMissing() {
        assertThatThrownBy(() -> Quantity.parse("0.002", "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needs a unit, got 0.002; write for example \"0.002 s\"");
    }

    @Test
    void asksForANumberWhereNoUnitBelongs() {
        assertThatThrownBy(() -> Quantity.parse("wide", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a number, got \"wide\"");
    }

    @Test
    void refusesAUnitWhereNoneBelongs() {
        assertThatThrownBy(() -> Quantity.parse("2 ms", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit ms is not a unit of the same kind as 1");
    }

    @Test
    void refusesWhatIsTooLargeToBeFinite() {
        assertThatThrownBy(() -> Quantity.parse("1e999", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be finite, got 1e999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "m", "", "ten m", "1,5 m"})
    void asksForANumberAndAUnit(String text) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a number and a unit, such as \"10 m\", got \"" + text + "\"");
    }

    @Test
    void namesAnUnknownUnit() {
        assertThatThrownBy(() -> Quantity.parse("3 furlong/s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown unit \"furlong\" in \"furlong/s\"; known are m, s,");
    }

    @Test
    void refusesAnotherDimension() {
        assertThatThrownBy(() -> Quantity.parse("3 s").in("m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit s is not a unit of the same kind as m");
    }
}
