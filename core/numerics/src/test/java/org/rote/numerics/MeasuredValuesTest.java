package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;

class MeasuredValuesTest {

    @Test
    void readsValuesInTheUnitOfTheSpace() {
        assertThat(MeasuredValues.read("sigma", "50 m/s", "m/s")).isEqualTo(50);
        assertThat(MeasuredValues.read("mean", List.of("2 km/s", "1500 m/s"), "m/s"))
                .containsExactly(2000, 1500);
        assertThat(MeasuredValues.read("sigma", "0.3", "1")).isEqualTo(0.3);
    }

    @Test
    void namesEveryValueThatCannotBeRead() {
        assertThatThrownBy(() -> MeasuredValues.read("mean", List.of("2000", "2 km/s", "3 s"), "m/s"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "mean[0]: needs a unit, got 2000; write for example \"2000 m/s\""
                                + " (give a number and a unit, in m/s or of the same kind); "
                                + "mean[2]: unit s is not a unit of the same kind as m/s (give a number and a unit, in m/s or of the same kind)");
    }

    @Test
    void namesTheKeyAloneWhereThereIsOneValue() {
        assertThatThrownBy(() -> MeasuredValues.read("sigma", "small", "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("sigma: expected a number, got \"small\" (give a plain number)");
    }

    @Test
    void checksFormAndSignBeforeTheUnitIsKnown() {
        Checks checks = new Checks();
        MeasuredValues.requirePositive(checks, "lengths", List.of("10 m", "-2 km", "0", "3 furlong"), "give a length");
        MeasuredValues.requireNumbers(checks, "mean", List.of("wide"));
        MeasuredValues.requireNumbers(checks, "mean", List.of("-2 km/s", "0.1"));

        assertThatThrownBy(checks::verify)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("lengths[1]: must be greater than 0, got -2 km (give a length); "
                        + "lengths[2]: must be greater than 0, got 0 (give a length); "
                        + "lengths[3]: unknown unit \"furlong\"; known are m, s,")
                .hasMessageEndingWith("mean: expected a number and a unit, such as \"10 m\", got \"wide\""
                        + " (give a number, with its unit where it has one)");
    }

    @Test
    void rejectsValuesWhoseSquaresVanishOrOverflow() {
        Checks checks = new Checks();
        MeasuredValues.requirePositive(checks, "sigma", List.of("1e-200", "1e200", "1e-150", "1e150"), "unused");

        assertThatThrownBy(checks::verify)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("sigma[0]: must lie between 1.0E-150 and 1.0E150, got 1e-200"
                        + " (give a value whose square a computer can hold); "
                        + "sigma[1]: must lie between 1.0E-150 and 1.0E150, got 1e200"
                        + " (give a value whose square a computer can hold)");
    }
}
