package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rote.spi.Figure.ColorMap;

class ColorsTest {

    /** Lightness from 0 to 1 of one step; a map of 255 steps of equal size has about 0.004 a step. */
    private static final double LEAST_STEP = 0.0005;

    private static double[] greys(ColorMap map) {
        return Arrays.stream(Colors.of(map)).mapToDouble(ColorsTest::grey).toArray();
    }

    /** Relative luminance as a printer without colour would show it, by the weights of ITU-R BT.709. */
    private static double grey(int color) {
        double luminance = 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
        return Math.cbrt(luminance);
    }

    private static double linear(int component) {
        double encoded = (component & 0xff) / 255.0;
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }

    @Test
    void sequentialGoesFromDarkToLightAlsoInGrey() {
        double[] greys = greys(ColorMap.SEQUENTIAL);
        assertThat(greys).hasSize(Colors.COUNT).isSorted();
        assertThat(greys[254] - greys[0]).isGreaterThan(0.6);
        for (int i = 16; i < greys.length; i++) {
            assertThat(greys[i] - greys[i - 16])
                    .as("colours %d to %d", i - 16, i)
                    .isGreaterThan(16 * LEAST_STEP);
        }
    }

    @Test
    void magnitudeGoesFromWhiteToDark() {
        double[] greys = greys(ColorMap.MAGNITUDE);
        assertThat(Colors.of(ColorMap.MAGNITUDE)[0]).isEqualTo(0xffffff);
        assertThat(greys[254]).isLessThan(0.3);
        for (int i = 1; i < greys.length; i++) {
            assertThat(greys[i]).as("colour %d", i).isLessThanOrEqualTo(greys[i - 1]);
        }
    }

    @Test
    void divergingIsLightestInTheMiddleAndEquallyDarkAtBothEnds() {
        double[] greys = greys(ColorMap.DIVERGING);
        double evenness = 0.05; // two hues of one lightness in Oklab differ a little in luminance
        for (int i = 0; i < 127; i++) {
            assertThat(greys[i]).as("colour %d", i).isLessThan(greys[127]);
            assertThat(greys[i])
                    .as("colour %d", i)
                    .isCloseTo(greys[254 - i], org.assertj.core.data.Offset.offset(evenness));
        }
        int[] colors = Colors.of(ColorMap.DIVERGING);
        assertThat(colors[0] & 0xff).as("the negative end is blue").isGreaterThan(colors[0] >> 16);
        assertThat(colors[254] >> 16).as("the positive end is red").isGreaterThan(colors[254] & 0xff);
    }
}
