package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class NormalQuantileTest {

    /** The algorithm's accuracy is about 1e-16 relative; arguments are rounded too. */
    private static final Offset<Double> ACCURACY = Offset.offset(1e-13);

    @Test
    void givesPublishedQuantiles() {
        assertThat(NormalQuantile.of(0.5)).isZero();
        assertThat(NormalQuantile.of(0.75)).isCloseTo(0.6744897501960817, ACCURACY);
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963984540054, ACCURACY);
        assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.090232306167813, ACCURACY);
        assertThat(NormalQuantile.of(1e-20)).isCloseTo(-9.262340089798409, ACCURACY);
    }

    @Test
    void isOddAboutOneHalf() {
        for (double probability : new double[] {0.01, 0.07, 0.2, 0.4}) {
            assertThat(NormalQuantile.of(1 - probability)).isCloseTo(-NormalQuantile.of(probability), ACCURACY);
        }
    }
}
