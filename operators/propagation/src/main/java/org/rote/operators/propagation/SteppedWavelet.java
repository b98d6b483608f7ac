package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Samples of a wavelet whose spectrum at the numerical frequency ω' is that of the wavelet at ω, s_n = 1/π ∫ τ(ω) Re[W(ω) exp(iω'nΔt)] dω', by sums over equally spaced frequencies and times. Cost: eight
 * multiplications for each pair of a frequency and a time, 0.1 s for a wavelet of 4 s in steps of 1 ms.
 */
final class SteppedWavelet {

    /** Periods of the highest frequency after which the band's edge no longer rings. */
    private static final double RINGING = 3;
    /** Samples of the wavelet in a step. */
    private static final int FINER = 2;

    private final Leapfrog leapfrog;
    private final Band band;

    SteppedWavelet(Leapfrog leapfrog, Band band) {
        this.leapfrog = leapfrog;
        this.band = band;
    }

    /** s_0, s_1 … as far as the wavelet and the ringing of the band's edge reach. */
    float[] of(DoubleUnaryOperator wavelet, double duration) {
        double ringing = RINGING / band.highest();
        double step = leapfrog.step();
        int count = (int) Math.ceil((duration + ringing) / step) + 1;
        // The sum repeats the samples with this period, and the samples before 0 are what rings ahead of the wavelet.
        double period = 2 * (duration + 2 * ringing);
        double spacing = 2 * Math.PI / period;
        double end = 2 * Math.PI * band.end();
        double[] values = values(wavelet, duration);
        double interval = duration / (values.length - 1);
        double[] samples = new double[count];
        for (int i = 0; i * spacing < end; i++) {
            double omega = i * spacing;
            double[] spectrum = spectrum(values, interval, omega);
            double weight = (i == 0 ? 0.5 : 1)
                    * band.taper(omega / (2 * Math.PI))
                    * leapfrog.stretch(omega)
                    * spacing
                    / Math.PI;
            add(weight, spectrum, leapfrog.numerical(omega) * step, samples);
        }
        float[] rounded = new float[count];
        for (int n = 0; n < count; n++) {
            rounded[n] = (float) samples[n];
        }
        return rounded;
    }

    /** Of the wavelet, for the trapezoidal rule: half at both ends. */
    private double[] values(DoubleUnaryOperator wavelet, double duration) {
        int intervals = Math.max(1, (int) Math.ceil(FINER * duration / leapfrog.step()));
        double[] values = new double[intervals + 1];
        Arrays.setAll(values, i -> wavelet.applyAsDouble(i * (duration / intervals)));
        values[0] /= 2;
        values[intervals] /= 2;
        return values;
    }

    /** W(ω) = ∫ w(t) exp(−iωt) dt as (real, imaginary). */
    private static double[] spectrum(double[] values, double interval, double omega) {
        double cosine = Math.cos(omega * interval);
        double sine = Math.sin(omega * interval);
        double turnedReal = interval;
        double turnedImaginary = 0;
        double real = 0;
        double imaginary = 0;
        for (double value : values) {
            real += value * turnedReal;
            imaginary -= value * turnedImaginary;
            double next = turnedReal * cosine - turnedImaginary * sine;
            turnedImaginary = turnedReal * sine + turnedImaginary * cosine;
            turnedReal = next;
        }
        return new double[] {real, imaginary};
    }

    /** samples_n += weight · Re[W exp(i angle n)], W turned on from sample to sample. */
    private static void add(double weight, double[] spectrum, double angle, double[] samples) {
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double real = weight * spectrum[0];
        double imaginary = weight * spectrum[1];
        for (int n = 0; n < samples.length; n++) {
            samples[n] += real;
            double next = real * cosine - imaginary * sine;
            imaginary = real * sine + imaginary * cosine;
            real = next;
        }
    }
}
