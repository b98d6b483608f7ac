package org.rote.plugins.sampler.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ButterworthTest {

    private static final double SAMPLING = 0.008;
    private static final double CORNER = 6;
    // recursion over some hundred samples in double precision
    private static final double ROUNDING = 1e-12;

    private final Butterworth filter = new Butterworth(CORNER * SAMPLING);

    /** SciPy 1.17.1: {@code butter(4, 6, fs=125, output="sos")} by {@code sosfilt} forwards, then backwards. */
    @Test
    void agreesWithScipy() {
        double[] trace = new double[12];
        trace[3] = 1;
        trace[7] = -0.5;
        filter.apply(trace, 0, 1, 12);
        assertThat(trace)
                .containsExactly(
                        new double[] {
                            0.03925994952675533,
                            0.037151035018834454,
                            0.033301817619314604,
                            0.028089755782020824,
                            0.022082506384414873,
                            0.015960354520200802,
                            0.010397505565667887,
                            0.005926069182916968,
                            0.0028197447164354872,
                            0.001036998010461802,
                            0.00025700686923072375,
                            3.1467748482988285e-05
                        },
                        within(ROUNDING));
    }

    /** The middle of a long record, where what comes before and after does not matter. */
    private double gain(double frequency) {
        int count = 4001;
        double[] trace = new double[count];
        for (int n = 0; n < count; n++) {
            trace[n] = Math.cos(2 * Math.PI * frequency * SAMPLING * (n - count / 2));
        }
        filter.apply(trace, 0, 1, count);
        return trace[count / 2];
    }

    @Test
    void halvesAmplitudesAtTheCorner() {
        assertThat(gain(CORNER)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void passesLowFrequenciesAndStopsHighOnes() {
        assertThat(gain(CORNER / 4)).isCloseTo(1, within(1e-4));
        // 48 dB an octave, a little more for the warping of the bilinear transform
        assertThat(Math.abs(gain(2 * CORNER))).isBetween(1e-3, 4e-3);
    }

    @Test
    void isItsOwnTranspose() {
        Random random = new Random(3);
        double[] a = random.doubles(300).toArray();
        double[] b = random.doubles(300).toArray();
        double[] filteredA = a.clone();
        double[] filteredB = b.clone();
        filter.apply(filteredA, 0, 1, 300);
        filter.apply(filteredB, 0, 1, 300);
        double left = 0;
        double right = 0;
        for (int i = 0; i < 300; i++) {
            left += filteredA[i] * b[i];
            right += a[i] * filteredB[i];
        }
        assertThat(left).isCloseTo(right, within(ROUNDING * Math.abs(left)));
    }

    @Test
    void filtersATraceBetweenOthers() {
        double[] alone = {0, 1, 0, -1, 2};
        double[] woven = {7, 0, 7, 1, 7, 0, 7, -1, 7, 2};
        filter.apply(alone, 0, 1, 5);
        filter.apply(woven, 1, 2, 5);
        for (int i = 0; i < 5; i++) {
            assertThat(woven[2 * i]).isEqualTo(7);
            assertThat(woven[2 * i + 1]).isEqualTo(alone[i]);
        }
    }
}
