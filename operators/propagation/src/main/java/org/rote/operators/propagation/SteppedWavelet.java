package org.rote.operators.propagation;

import java.util.function.DoubleUnaryOperator;

/**
 * Samples of a wavelet whose spectrum at the numerical frequency ω' is that of the wavelet at ω, s_n = 1/π ∫ τ(ω) Re[W(ω) exp(iω'nΔt)] dω', by sums over equally spaced frequencies and times.
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
        double[] samples = new double[count];
        for (int i = 0; i * spacing < end; i++) {
            double omega = i * spacing;
            double[] spectrum = spectrum(wavelet, duration, omega);
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

    /** W(ω) = ∫ w(t) exp(−iωt) dt as (real, imaginary), by the trapezoidal rule. */
    private double[] spectrum(DoubleUnaryOperator wavelet, double duration, double omega) {
        int intervals = Math.max(1, (int) Math.ceil(FINER * duration / leapfrog.step()));
        double interval = duration / intervals;
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i <= intervals; i++) {
            double value = (i == 0 || i == intervals ? 0.5 : 1) * wavelet.applyAsDouble(i * interval);
            real += value * Math.cos(omega * i * interval);
            imaginary -= value * Math.sin(omega * i * interval);
        }
        return new double[] {real * interval, imaginary * interval};
    }

    private static void add(double weight, double[] spectrum, double angle, double[] samples) {
        for (int n = 0; n < samples.length; n++) {
            samples[n] += weight * (spectrum[0] * Math.cos(angle * n) - spectrum[1] * Math.sin(angle * n));
        }
    }
}
