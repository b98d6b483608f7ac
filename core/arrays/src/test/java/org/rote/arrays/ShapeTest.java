package org.rote.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void countsElementsAndSlices() {
        Shape shape = Shape.of(5000, 70, 70);
        assertThat(shape.rank()).isEqualTo(3);
        assertThat(shape.elements()).isEqualTo(24_500_000);
        assertThat(shape.slices()).isEqualTo(5000);
        assertThat(shape.sliceElements()).isEqualTo(4900);
        assertThat(shape.slice()).isEqualTo(Shape.of(70, 70));
        assertThat(shape.slice().stacked(5000)).isEqualTo(shape).hasSameHashCodeAs(shape);
    }

    @Test
    void countsAScalarAsOneSliceOfOneElement() {
        Shape scalar = Shape.of();
        assertThat(scalar.elements()).isEqualTo(1);
        assertThat(scalar.slices()).isEqualTo(1);
        assertThat(scalar.sliceElements()).isEqualTo(1);
        assertThat(scalar.slice()).isEqualTo(scalar);
    }

    @Test
    void countsNothingWhereAnAxisIsEmpty() {
        assertThat(Shape.of(0, 7).elements()).isZero();
        assertThat(Shape.of(0, 7).sliceElements()).isEqualTo(7);
        assertThat(Shape.of(7, 0).sliceElements()).isZero();
    }

    @Test
    void isWrittenAsInPython() {
        assertThat(Shape.of()).hasToString("()");
        assertThat(Shape.of(3)).hasToString("(3,)");
        assertThat(Shape.of(3, 4)).hasToString("(3, 4)");
    }

    @Test
    void doesNotChangeWithTheArraysItWasMadeFromOrHandsOut() {
        long[] lengths = {2, 3};
        Shape shape = Shape.of(lengths);
        lengths[0] = 9;
        shape.lengths()[1] = 9;
        assertThat(shape).isEqualTo(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2));
    }

    @Test
    void refusesNegativeLengthsAndOverflow() {
        assertThatThrownBy(() -> Shape.of(2, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("axis 1 of shape (2, -3) is negative");
        assertThatThrownBy(() -> Shape.of(1L << 40, 1L << 40))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape (1099511627776, 1099511627776) has more elements than a file can hold");
        assertThat(Shape.of(Long.MAX_VALUE / 16).elements()).isEqualTo(Long.MAX_VALUE / 16);
    }
}
