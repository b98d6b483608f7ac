package org.rote.operators.survey;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.rote.spi.Checks;

/**
 * A wavelet as a function of time, 0 before the time 0 and after its duration, and what its amplitude spectrum |∫ w(t) exp(−2πi f t) dt| says. Immutable. Making one costs four multiplications for each pair of a sample and a frequency: a
 * few milliseconds for a thousand samples.
 */
public final class Pulse {

    /** A frequency where the spectrum is less than this part of its largest value does not count. */
    private static final double NEGLIGIBLE = 0.01;
    /** How many times finer than by its length the spectrum is searched. */
    private static final double FINER = 4;

    private final DoubleUnaryOperator function;
    private final double duration;
    private final double highestFrequency;
    private final double peakFrequency;

    /**
     * Searches the spectrum.
     *
     * @param function its value at times from 0 to the duration
     * @param duration in s, positive
     * @param interval so fine that nothing is above the Nyquist frequency of it, in s
     */
    Pulse(DoubleUnaryOperator function, double duration, double interval) {
        this.function = function;
        this.duration = duration;
        double[] samples = new double[(int) Math.floor(duration / interval) + 1];
        Arrays.setAll(samples, i -> function.applyAsDouble(i * interval));
        double nyquist = 1 / (2 * interval);
        int last = (int) Math.ceil(FINER * duration * nyquist);
        double spacing = nyquist / last;
        double[] spectrum = new double[last + 1];
        Arrays.setAll(spectrum, i -> amplitude(samples, interval, i * spacing));
        int largest = 0;
        for (int i = 1; i <= last; i++) {
            largest = spectrum[i] > spectrum[largest] ? i : largest;
        }
        this.peakFrequency = (largest + beside(spectrum, largest)) * spacing;
        double negligible = NEGLIGIBLE * spectrum[largest];
        int above = last;
        while (spectrum[above] < negligible) {
            above--;
        }
        this.highestFrequency = above == last
                ? nyquist
                : (above + (spectrum[above] - negligible) / (spectrum[above] - spectrum[above + 1])) * spacing;
    }

    /** Where the parabola through the largest value and those beside it is largest, in steps from the largest. */
    private static double beside(double[] spectrum, int largest) {
        if (largest == 0 || largest == spectrum.length - 1) {
            return 0;
        }
        double left = spectrum[largest - 1];
        double right = spectrum[largest + 1];
        double curvature = left - 2 * spectrum[largest] + right;
        return curvature < 0 ? (left - right) / (2 * curvature) : 0;
    }

    /** |Σ_n w_n exp(−2πi f n interval)|, the exponential turned on from sample to sample. */
    private static double amplitude(double[] samples, double interval, double frequency) {
        double angle = 2 * Math.PI * frequency * interval;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double turnedReal = 1;
        double turnedImaginary = 0;
        double real = 0;
        double imaginary = 0;
        for (double value : samples) {
            real += value * turnedReal;
            imaginary += value * turnedImaginary;
            double next = turnedReal * cosine - turnedImaginary * sine;
            turnedImaginary = turnedReal * sine + turnedImaginary * cosine;
            turnedReal = next;
        }
        return Math.hypot(real, imaginary);
    }

    /**
     * The value at a time.
     *
     * @param time in s
     * @return the value; 0 before the time 0 and after the duration
     */
    public double at(double time) {
        return time < 0 || time > duration ? 0 : function.applyAsDouble(time);
    }

    /**
     * The time after which it is 0.
     *
     * @return in s, positive
     */
    public double duration() {
        return duration;
    }

    /**
     * The frequency above which its amplitude spectrum is less than 1 % of the largest value: 2.76 times the peak frequency of a Ricker wavelet that is not cut off.
     *
     * @return in Hz; the Nyquist frequency of the samples where a file's spectrum reaches up to it
     */
    public double highestFrequency() {
        return highestFrequency;
    }

    /**
     * The frequency at which its amplitude spectrum is largest.
     *
     * @return in Hz
     */
    public double peakFrequency() {
        return peakFrequency;
    }

    /**
     * Adds to the checks of an operator that the wavelet is over before the record is.
     *
     * @param checks where
     * @param key the key of the wavelet: {@code wavelet}
     * @param recording of the data
     */
    public void checkWithin(Checks checks, String key, Recording recording) {
        checks.that(
                duration <= recording.duration(),
                key,
                "lasts " + duration + " s, longer than the record of " + recording.duration() + " s",
                "record longer, or give a wavelet of higher frequency or less delay");
    }
}
