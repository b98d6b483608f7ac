package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Image;

class ColorScaleTest {

    private static final OptionalDouble FREE = OptionalDouble.empty();

    private static ColorScale scale(ColorMap map, OptionalDouble from, OptionalDouble to, double... values) {
        Grid grid = new Grid(Axis.index("x", values.length), Axis.index("z", 1), values);
        return ColorScale.of(new Image("v", "m/s", grid, map, from, to));
    }

    @Test
    void sequentialSpansTheData() {
        assertThat(scale(ColorMap.SEQUENTIAL, FREE, FREE, 3, 1, Double.NaN, 2).span())
                .isEqualTo(new Span(1, 3, false));
    }

    @Test
    void divergingIsSymmetricAroundZero() {
        assertThat(scale(ColorMap.DIVERGING, FREE, FREE, -1, 3).span()).isEqualTo(new Span(-3, 3, false));
        assertThat(scale(ColorMap.DIVERGING, OptionalDouble.of(-5), FREE, -1, 3).span())
                .isEqualTo(new Span(-5, 5, false));
        assertThat(scale(ColorMap.DIVERGING, FREE, OptionalDouble.of(4), -1, 3).span())
                .isEqualTo(new Span(-4, 4, false));
        assertThat(scale(ColorMap.DIVERGING, FREE, FREE, 0, 0).span()).isEqualTo(new Span(-1, 1, false));
    }

    @Test
    void magnitudeBeginsAtZero() {
        assertThat(scale(ColorMap.MAGNITUDE, FREE, FREE, 2, 3).span()).isEqualTo(new Span(0, 3, false));
        assertThat(scale(ColorMap.MAGNITUDE, FREE, FREE, 0, 0).span()).isEqualTo(new Span(0, 1, false));
    }

    @Test
    void givesTheFirstAndTheLastColourToTheEndsAndBeyond() {
        ColorScale scale = scale(ColorMap.SEQUENTIAL, OptionalDouble.of(1), OptionalDouble.of(2), 0, 3);

        assertThat(scale.color(1)).isZero();
        assertThat(scale.color(-7)).isZero();
        assertThat(scale.color(1.5)).isEqualTo(127);
        assertThat(scale.color(2)).isEqualTo(254);
        assertThat(scale.color(9)).isEqualTo(254);
        assertThat(scale.below()).isTrue();
        assertThat(scale.above()).isTrue();
    }

    @Test
    void isSomethingForAConstantFieldAndForNone() {
        assertThat(scale(ColorMap.SEQUENTIAL, FREE, FREE, 2000, 2000).color(2000))
                .isEqualTo(127);
        assertThat(scale(ColorMap.SEQUENTIAL, FREE, FREE, Double.NaN).span()).isEqualTo(new Span(0, 1, false));
        assertThat(scale(ColorMap.DIVERGING, FREE, FREE, Double.NaN).span()).isEqualTo(new Span(0, 1, false));
    }

    @Test
    void servesPanelsWithTheSameColours() {
        ColorScale one = scale(ColorMap.SEQUENTIAL, OptionalDouble.of(1), OptionalDouble.of(2), 0, 1);
        ColorScale other = scale(ColorMap.SEQUENTIAL, OptionalDouble.of(1), OptionalDouble.of(2), 1, 3);

        assertThat(one.agreesWith(other)).isTrue();
        assertThat(one.with(other).below()).isTrue();
        assertThat(one.with(other).above()).isTrue();
        assertThat(one.agreesWith(scale(ColorMap.MAGNITUDE, OptionalDouble.of(1), OptionalDouble.of(2), 1, 2)))
                .isFalse();
    }
}
