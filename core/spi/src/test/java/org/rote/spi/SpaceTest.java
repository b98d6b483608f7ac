package org.rote.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceTest {

    private static final Space VELOCITY = field("velocity", "m/s", 3, 4);

    @Test
    void describesItselfWithUnits() {
        assertThat(VELOCITY.describe()).isEqualTo("velocity in m/s, x 3 (step 10.0 m) × z 4 (step 10.0 m)");
        assertThat(Space.vector(2).describe()).isEqualTo("value, component 2");
    }

    @Test
    void countsAComplexElementTwiceInMemoryAndOnceInShape() {
        Space data = new Space(List.of(Axis.index("receiver", 5)), "pressure", "Pa", Element.COMPLEX128);
        assertThat(data.size()).isEqualTo(10);
        assertThat(data.shape()).containsExactly(5);
        assertThat(data.mismatch(new Space(data.axes(), "pressure", "Pa", Element.COMPLEX64)))
                .isEmpty();
        assertThat(data.mismatch(Space.vector(10))).isPresent();
    }

    @Test
    void comparesShapeQuantityAndUnit() {
        assertThat(VELOCITY.mismatch(VELOCITY)).isEmpty();
        assertThat(VELOCITY.mismatch(field("velocity", "m/s", 4, 3)))
                .hasValueSatisfying(text -> assertThat(text).startsWith("expected velocity in m/s, x 3"));
        assertThat(VELOCITY.mismatch(field("slowness", "s/m", 3, 4)))
                .contains("expected velocity in m/s, got slowness in s/m");
    }

    @Test
    void letsPlainNumbersStandForAnyField() {
        assertThat(VELOCITY.mismatch(Space.vector(12))).isEmpty();
        assertThat(VELOCITY.mismatch(Space.vector(13))).isPresent();
    }

    @Test
    void refusesWhatNoArrayCanHold() {
        assertThatThrownBy(() -> field("velocity", "m/s", 1 << 16, 1 << 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("larger than one array can be");
        assertThatThrownBy(() -> Axis.metres("x", 3, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("axis x: step must be greater than 0, got 0.0");
        assertThatThrownBy(() -> Axis.index("x", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("axis x: count must be at least 1, got 0");
    }

    private static Space field(String quantity, String unit, int nx, int nz) {
        return new Space(List.of(Axis.metres("x", nx, 10), Axis.metres("z", nz, 10)), quantity, unit, Element.FLOAT64);
    }
}
