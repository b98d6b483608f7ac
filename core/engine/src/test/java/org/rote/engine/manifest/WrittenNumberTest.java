package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Quantity;

final class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource({
        "3, 1, 3", "-.5, 1, -0.5", "1., 1, 1", "1e-3, 1, 0.001", "+2E2, 1, 200", "0x10, 1, 16", "0o17, 1, 15",
        "007, 1, 7", "5 %, 1, 0.05", "5 1, 1, 5", "2 km/s, m/s, 2000", "10m, m, 10", "1e2 Hz, 1/s, 100", "5 1/s, Hz, 5",
        "0.25 s²/km², s^2/m^2, 2.5e-7", "180 deg, rad, 3.141592653589793", "2 min, s, 120",
    })
    void readsEveryForm(String text, String unit, double value) {
        assertThat(WrittenNumber.read(text, unit)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1,5",
                "1.2.3",
                "three",
                "-",
                "1e",
                "0x",
                "0b11",
                "1_000",
                "--1",
                "nan",
                "Infinity",
                "1 000"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> WrittenNumber.read(text, "1")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> WrittenNumber.read(text, "m")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> WrittenNumber.quantity(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void keepsTheUnitThatIsWritten() {
        assertThat(WrittenNumber.quantity("2 km/s")).isEqualTo(new Quantity(2, "km/s"));
        assertThat(WrittenNumber.quantity("2")).isEqualTo(new Quantity(2, "1"));
        assertThat(WrittenNumber.in(new Quantity(2, "km/s"), "m/s")).isEqualTo(2000);
        assertThat(WrittenNumber.in(new Quantity(2, "%"), "1")).isEqualTo(0.02);
    }
}
