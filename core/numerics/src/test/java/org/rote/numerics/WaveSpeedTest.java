package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.Quantity;
import org.rote.spi.Space;

class WaveSpeedTest {

    @Test
    void convertsBetweenItsQuantities() {
        assertThat(WaveSpeed.VELOCITY.convert(2000, WaveSpeed.SLOWNESS)).isEqualTo(5e-4);
        assertThat(WaveSpeed.VELOCITY.convert(2000, WaveSpeed.SQUARED_SLOWNESS)).isCloseTo(2.5e-7, within(1e-22));
        assertThat(WaveSpeed.SQUARED_SLOWNESS.convert(2.5e-7, WaveSpeed.VELOCITY))
                .isCloseTo(2000, within(1e-12));
        assertThat(WaveSpeed.SLOWNESS.convert(5e-4, WaveSpeed.VELOCITY)).isEqualTo(2000);
    }

    @Test
    void thereAndBackIsTheSame() {
        for (WaveSpeed from : WaveSpeed.values()) {
            for (WaveSpeed to : WaveSpeed.values()) {
                double value = WaveSpeed.VELOCITY.convert(3456.7, from);
                // a square root and two divisions
                assertThat(to.convert(from.convert(value, to), from)).isCloseTo(value, within(1e-15 * value));
            }
        }
    }

    @Test
    void namesASpaceAndIsFoundAgain() {
        Space plain = new Space(List.of(Axis.metres("x", 3, 10)), "value", "1", Element.FLOAT32);
        for (WaveSpeed speed : WaveSpeed.values()) {
            Space space = speed.in(plain);
            assertThat(WaveSpeed.of(space)).contains(speed);
            assertThat(space.axes()).isEqualTo(plain.axes());
            assertThat(space.element()).isEqualTo(Element.FLOAT32);
        }
        assertThat(WaveSpeed.of(plain)).isEmpty();
    }

    @Test
    void tellsPerturbationsFromWhatIsPerturbed() {
        Space plain = new Space(List.of(Axis.metres("x", 3, 10)), "value", "1", Element.FLOAT32);
        for (WaveSpeed speed : WaveSpeed.values()) {
            Space space = speed.perturbationIn(plain);
            assertThat(space.unit()).isEqualTo(speed.unit());
            assertThat(WaveSpeed.perturbedIn(space)).contains(speed);
            assertThat(WaveSpeed.of(space)).isEmpty();
            assertThat(WaveSpeed.perturbedIn(speed.in(plain))).isEmpty();
            assertThat(speed.in(plain).mismatch(space)).isPresent();
        }
    }

    @Test
    void unitsAreThoseOfTheQuantities() {
        assertThat(Quantity.factor("s/km", WaveSpeed.SLOWNESS.unit())).isEqualTo(1e-3);
        assertThat(Quantity.factor("s²/km²", WaveSpeed.SQUARED_SLOWNESS.unit())).isCloseTo(1e-6, within(1e-21));
        assertThat(Quantity.factor("km/s", WaveSpeed.VELOCITY.unit())).isEqualTo(1000);
    }
}
