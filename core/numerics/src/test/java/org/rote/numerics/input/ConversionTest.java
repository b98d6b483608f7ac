package org.rote.numerics.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

class ConversionTest {

    private static final Space VELOCITY = WaveSpeed.VELOCITY.in(Space.vector(6));

    /** A factor, a quotient and a square, each rounded once. */
    private static final double ROUNDING = 4e-16;

    @Test
    void leavesNumbersInSiUnitsAlone() {
        assertThat(conversion(VELOCITY, "", Optional.empty()).convert(1500)).isEqualTo(1500);
        assertThat(conversion(Space.vector(1), "", Optional.empty()).convert(-0.4))
                .isEqualTo(-0.4);
    }

    @Test
    void convertsUnitsThenQuantities() {
        Space squared = WaveSpeed.SQUARED_SLOWNESS.in(VELOCITY);
        assertThat(conversion(VELOCITY, "km/s", Optional.empty()).convert(1.5)).isEqualTo(1500);
        assertThat(conversion(squared, "km/s", Optional.of(WaveSpeed.VELOCITY)).convert(2))
                .isCloseTo(2.5e-7, within(2.5e-7 * ROUNDING));
        assertThat(conversion(VELOCITY, "s²/km²", Optional.of(WaveSpeed.SQUARED_SLOWNESS))
                        .convert(0.25))
                .isCloseTo(2000, within(2000 * ROUNDING));
    }

    @Test
    void saysWhyANumberCannotBeConverted() {
        Conversion conversion = conversion(WaveSpeed.SLOWNESS.in(VELOCITY), "km/s", Optional.of(WaveSpeed.VELOCITY));
        assertThat(conversion.convert(0)).isNaN();
        assertThat(conversion.complaint(0)).isEqualTo("must be greater than 0 to become slowness, got 0.0 km/s");
        assertThat(conversion.complaint(Double.NaN)).isEqualTo("must be finite, got NaN");
        Conversion scaling = conversion(VELOCITY, "km/s", Optional.empty());
        assertThat(scaling.convert(1e307)).isInfinite();
        assertThat(scaling.complaint(1e307)).isEqualTo("is beyond the range of numbers: 1.0E307 km/s");
    }

    @Test
    void rejectsAUnitOfAnotherQuantityAndSaysWhichItBelongsTo() {
        rejects(
                "unit: km/s is no unit of slowness (give a unit like s/m, or say quantity: velocity)",
                WaveSpeed.SLOWNESS.in(VELOCITY),
                "km/s",
                Optional.empty());
        rejects("unit: m is no unit of velocity (give a unit like m/s)", VELOCITY, "m", Optional.empty());
        rejects(
                "unit: s^2/km^2 is no unit of velocity (give a unit like m/s, or say quantity: squared-slowness)",
                VELOCITY,
                "s^2/km^2",
                Optional.of(WaveSpeed.VELOCITY));
    }

    @Test
    void rejectsAQuantityWhereModelsHaveNone() {
        rejects(
                "quantity: does not apply: the models hold value, no speed of waves (leave quantity out)",
                Space.vector(2),
                "",
                Optional.of(WaveSpeed.VELOCITY));
    }

    private static void rejects(String message, Space space, String unit, Optional<WaveSpeed> quantity) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> conversion(space, unit, quantity))
                .withMessage(message);
    }

    private static Conversion conversion(Space space, String unit, Optional<WaveSpeed> quantity) {
        Checks checks = new Checks();
        Conversion conversion = Conversion.of(Optional.of(unit).filter(u -> !u.isEmpty()), quantity, space, checks);
        checks.verify();
        return conversion;
    }
}
