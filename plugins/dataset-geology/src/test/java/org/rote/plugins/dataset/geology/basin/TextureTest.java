package org.rote.plugins.dataset.geology.basin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rote.spi.SeededStreams;

class TextureTest {

    private static final int FIELDS = 400;
    /** Standard errors that an average may be off: one of ten thousand is further. */
    private static final double STANDARD_ERRORS = 4;

    private static Texture texture(int number) {
        return Texture.draw(300, 25, new Extent(5000, 3000), new SeededStreams(7, "t").random("texture", number));
    }

    @Test
    void hasMeanZeroAndVarianceOneOnAndBetweenItsNodes() {
        for (double place : new double[] {0, 0.1, 0.5, 0.77}) {
            double sum = 0;
            double square = 0;
            double next = 0;
            double far = 0;
            for (int n = 0; n < FIELDS; n++) {
                Texture.Line line = texture(n).at(300 * (4 + place));
                double value = line.at(25 * (10 + place));
                sum += value;
                square += value * value;
                next += value * line.at(25 * (11 + place));
                far += value * line.at(25 * (15 + place));
            }
            assertThat(sum / FIELDS).isCloseTo(0, within(STANDARD_ERRORS / Math.sqrt(FIELDS)));
            assertThat(square / FIELDS).isCloseTo(1, within(STANDARD_ERRORS * Math.sqrt(2.0 / FIELDS)));
            // splines one node apart have correlation 0.5 to 0.6 in the mean
            assertThat(next / FIELDS).isBetween(0.25, 0.85);
            assertThat(far / FIELDS).isCloseTo(0, within(STANDARD_ERRORS / Math.sqrt(FIELDS)));
        }
    }

    @Test
    void isSmoothAndRepeatsItselfBeyondItsExtent() {
        Texture.Line line = texture(0).at(1234);
        for (double depth = -100; depth < 6000; depth += 1) {
            assertThat(Math.abs(line.at(depth + 1) - line.at(depth)))
                    .as("step at %s m", depth)
                    .isLessThan(0.5);
        }
    }
}
