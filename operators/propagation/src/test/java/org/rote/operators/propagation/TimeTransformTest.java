package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.RunExecutor;

final class TimeTransformTest {

    private static final double PEAK = 15;
    /** Of the peak, after which a wavelet is largest. */
    private static final double PERIODS = 1.2;

    private static final double DELAY = PERIODS / PEAK;
    /** Where 1 in 100 of the spectrum of a Ricker wavelet is left. */
    private static final double HIGHEST = 2.76 * PEAK;
    /** What the class states, relative to the largest value. */
    private static final double ACCURACY = 1e-4;

    /** Where the band ends at 1.0 of the highest frequency and not at 1.3 of it: the rest of a Ricker wavelet is wrong. */
    private static final double ACCURACY_CUT_SHORT = 2e-3;

    private static final double END = 1.2;
    /** Sums of up to 131 · 328 products in single precision. */
    private static final double ROUNDING = 1e-6;

    /** ü = −Ω² u + w by leapfrog, up to 40 Hz in steps of 1.13 ms, whose oscillation still goes on at the end of the record. */
    @ParameterizedTest
    @CsvSource({"8, 0.001", "15, 0.001", "15, 0.00077", "30, 0.001", "30, 0.004", "40, 0.0025"})
    void takesTheErrorOfSteppingOutOfAnOscillator(double frequency, double sampling) {
        double step = 0.00113;
        int samples = (int) (END / sampling) + 1;
        TimeTransform transform = transform(step, sampling, samples, HIGHEST);
        double omega = 2 * Math.PI * frequency;
        float[] source = transform.wavelet(TimeTransformTest::ricker, 2 * DELAY);
        double[] corrected = new double[samples];
        transform.apply(oscillator(omega, step, source, transform.steps()), 1, corrected, 0);

        double[] exact = new double[samples];
        for (int k = 0; k < samples; k++) {
            exact[k] = oscillation(PEAK, omega, k * sampling);
        }
        double scale = largest(exact);
        for (int k = 0; k < samples; k++) {
            assertThat(Math.abs(corrected[k] - exact[k]) / scale)
                    .as("sample %d of %d", k, samples)
                    .isLessThan(ACCURACY);
        }
    }

    /** Waves up to 2.6 points in their wavelength, on the grid whose limit the step is near: they are spread over 500 steps of 4 000, and the band ends because of that. */
    @Test
    void takesDispersionOutOfALongCoarseRecord() {
        double step = 0.002;
        int samples = 4001;
        TimeTransform transform = transform(step, step, samples, 77);
        assertThat(transform.band()).isCloseTo(78, within(1.0));
        double peak = 77 / 2.76;
        float[] source = transform.wavelet(t -> ricker(peak, t), 2 * PERIODS / peak);
        double[] corrected = new double[samples];
        for (double frequency : new double[] {20, 40, 60, 75}) {
            double omega = 2 * Math.PI * frequency;
            transform.apply(oscillator(omega, step, source, transform.steps()), 1, corrected, 0);
            double scale = 0;
            for (int k = 0; k < 160; k++) {
                scale = Math.max(scale, Math.abs(oscillation(peak, omega, k * step)));
            }
            for (int k = samples - 1; k >= 0; k -= 7) {
                assertThat(Math.abs(corrected[k] - oscillation(peak, omega, k * step)) / scale)
                        .as("sample %d of %s Hz", k, frequency)
                        .isLessThan(ACCURACY_CUT_SHORT);
            }
        }
    }

    /** Wavelets whose peak is at the last sample, before it and after it. */
    @ParameterizedTest
    @CsvSource({"-0.1, 0.001", "0, 0.001", "0.03, 0.001", "0, 0.004", "0.03, 0.004"})
    void takesDispersionOutOfWhatArrivesAsTheRecordEnds(double late, double sampling) {
        double step = 0.001;
        double end = 1;
        int samples = (int) Math.round(end / sampling) + 1;
        TimeTransform transform = transform(step, sampling, samples, HIGHEST);
        float[] source = new float[transform.steps() + 1];
        float[] wavelet = transform.wavelet(TimeTransformTest::ricker, 2 * DELAY);
        System.arraycopy(wavelet, 0, source, 0, wavelet.length);
        double traveltime = end + late - DELAY;
        double[] corrected = new double[samples];
        transform.apply(delayed(source, traveltime, step), 1, corrected, 0);
        for (int k = 0; k < samples; k++) {
            assertThat(corrected[k])
                    .as("sample %d of %d", k, samples)
                    .isCloseTo(ricker(k * sampling - traveltime), within(ACCURACY));
        }
    }

    /** A record of 20 s at steps that are long for it: without an end of the band its rows would have 2 400 weights each. */
    @Test
    void boundsTheRowsOfALongRecord() {
        TimeTransform transform = transform(0.002, 0.0025, 8_001, 77);
        assertThat(transform.widest()).isLessThanOrEqualTo(640);
        assertThat(transform.band()).isCloseTo(50.3, within(0.1));
    }

    /** Objects as 64-bit machines lay them out that pack references: headers of 12 and 16 bytes; as Java is started for a run, aligned to 64 bytes, and as it is by itself. Short rows are headers for the most part. */
    @ParameterizedTest
    @CsvSource({"8, 0.001", "64, 0.001", "8, 0.00001", "64, 0.00001"})
    void countsAllThatRowsTake(int aligned, double sampling) {
        double step = 0.001;
        double end = 0.2;
        int samples = (int) Math.round(end / sampling) + 1;
        int steps = transform(step, sampling, samples, HIGHEST).steps();
        Leapfrog leapfrog = new Leapfrog(step);
        TraceRows.Row[] rows = new TraceRows(leapfrog, Band.upTo(HIGHEST, leapfrog, end), steps, end)
                .all(sampling, samples, RunExecutor.SERIAL);
        long taken = aligned(16 + 4L * samples, aligned);
        for (TraceRows.Row row : rows) {
            taken += aligned(12 + 4 + 4, aligned) + aligned(16 + 4L * row.weights().length, aligned);
        }
        assertThat(TimeTransform.bytes(step, sampling, samples, HIGHEST)).isBetween(1.0 * taken, 1.8 * taken);
    }

    private static long aligned(long bytes, int to) {
        return (bytes + to - 1) / to * to;
    }

    /** A wave of 15 Hz over 1 000 m at 2 000 m/s in steps of 1 ms, without errors of space: exact but for time. */
    @Test
    void takesThreePercentDownToNothing() {
        double step = 0.001;
        int samples = 1001;
        TimeTransform transform = transform(step, step, samples, HIGHEST);
        double traveltime = 0.5;
        double[] exact = new double[samples];
        for (int k = 0; k < samples; k++) {
            exact[k] = ricker(k * step - traveltime);
        }
        float[] plain = new float[transform.steps() + 1];
        for (int n = 0; n < plain.length; n++) {
            plain[n] = (float) ricker(n * step);
        }
        double[] uncorrected = new double[samples];
        float[] stepped = delayed(plain, traveltime, step);
        for (int k = 0; k < samples; k++) {
            uncorrected[k] = stepped[k];
        }
        double[] corrected = new double[samples];
        float[] source = new float[plain.length];
        float[] wavelet = transform.wavelet(TimeTransformTest::ricker, 2 * DELAY);
        System.arraycopy(wavelet, 0, source, 0, wavelet.length);
        transform.apply(delayed(source, traveltime, step), 1, corrected, 0);
        assertThat(relative(uncorrected, exact)).isBetween(0.03, 0.04);
        assertThat(relative(corrected, exact)).isLessThan(ACCURACY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0003, 0.001, 0.0037})
    void resamplesWhatNeedsNoCorrection(double sampling) {
        double step = 1e-3;
        // So low a frequency that dispersion moves it by less than the accuracy.
        double frequency = 3;
        int samples = (int) (0.8 / sampling);
        TimeTransform transform = transform(step, sampling, samples, 30);
        DoubleUnaryOperator pulse = t -> Math.exp(-Math.pow((t - 0.4) * frequency * Math.PI, 2));
        float[] recorded = new float[transform.steps() + 1];
        for (int n = 0; n < recorded.length; n++) {
            recorded[n] = (float) pulse.applyAsDouble(n * step);
        }
        double[] out = new double[samples];
        transform.apply(recorded, 1, out, 0);
        double worst = 0;
        for (int k = 0; k < samples; k++) {
            worst = Math.max(worst, Math.abs(out[k] - pulse.applyAsDouble(k * sampling)));
        }
        assertThat(worst).isLessThan(ACCURACY);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.001, 300", "3, 0.0004, 257", "64, 0.002, 100", "131, 0.001, 50", "2, 0.001, 1"})
    void transposesExactly(int traces, double sampling, int samples) {
        TimeTransform transform = transform(0.0009, sampling, samples, 40);
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        float[] x = new float[(transform.steps() + 1) * traces];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble(-1, 1);
        }
        int offset = 5;
        double[] y = new double[offset + traces * samples];
        for (int i = 0; i < y.length; i++) {
            y[i] = random.nextDouble(-1, 1);
        }
        double[] ax = new double[y.length];
        float[] aty = new float[x.length];
        Arrays.fill(aty, Float.NaN);
        transform.apply(x, traces, ax, offset);
        transform.applyTransposed(y, offset, traces, aty);
        double left = 0;
        double lengths = 0;
        double yy = 0;
        for (int i = offset; i < y.length; i++) {
            left += ax[i] * y[i];
            lengths += ax[i] * ax[i];
            yy += y[i] * y[i];
        }
        double right = 0;
        for (int i = 0; i < x.length; i++) {
            right += (double) x[i] * aty[i];
        }
        assertThat(Math.abs(left - right) / Math.sqrt(lengths * yy))
                .as("seed %d", seed)
                .isLessThan(ROUNDING);
    }

    /** Steps so long that they carry waves only up to 0.85 / (π · 9 ms) = 30 Hz: a wave of 24 Hz is recorded at three quarters of its time. */
    @Test
    void bringsBackWhatStepsCanCarryAndNoMore() {
        double step = 0.009;
        int samples = 120;
        TimeTransform transform = transform(step, step, samples, 40);
        assertThat(transform.band()).isCloseTo(30.06, within(0.01));
        double omega = 2 * Math.PI * 24;
        double numerical = 2 / step * Math.asin(omega * step / 2);
        double envelope = 0.02;
        float[] recorded = new float[transform.steps() + 1];
        for (int n = 0; n < recorded.length; n++) {
            double distance = (n * step - 0.4) / (5 * envelope);
            recorded[n] = (float) (Math.exp(-distance * distance) * Math.cos(numerical * n * step));
        }
        double[] out = new double[samples];
        transform.apply(recorded, 1, out, 0);
        double sum = 0;
        double moment = 0;
        for (int k = 0; k < samples; k++) {
            sum += out[k] * out[k];
            moment += k * step * out[k] * out[k];
        }
        double stretch = 1 / Math.sqrt(1 - Math.pow(omega * step / 2, 2));
        // The packet is 7 Hz wide, over which the stretch itself changes.
        assertThat(moment / sum).isCloseTo(0.4 * stretch, within(0.02));
    }

    @Test
    void neverFeedsMoreThanTheStepsThereAre() {
        TimeTransform transform = transform(0.001, 0.001, 20, HIGHEST);
        assertThat(transform.steps()).isEqualTo(31);
        assertThat(transform.wavelet(TimeTransformTest::ricker, 2 * DELAY)).hasSize(32);
    }

    @Test
    void rejectsWhatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transform(0, 0.001, 10, 40))
                .withMessage("step=0.0, sampling=0.001, samples=10, highest=40.0");
        assertThatIllegalArgumentException().isThrownBy(() -> transform(0.001, 0.001, 0, 40));
        assertThatIllegalArgumentException().isThrownBy(() -> transform(0.001, 0.001, 10, Double.NaN));
    }

    private static TimeTransform transform(double step, double sampling, int samples, double highest) {
        return new TimeTransform(step, sampling, samples, highest, RunExecutor.SERIAL);
    }

    private static double ricker(double t) {
        return ricker(PEAK, t);
    }

    private static double ricker(double peak, double t) {
        double delay = PERIODS / peak;
        if (t < 0 || t > 2 * delay) {
            return 0;
        }
        double square = Math.pow(Math.PI * peak * (t - delay), 2);
        return (1 - 2 * square) * Math.exp(-square);
    }

    /** u_n of u⁺ = 2u − u⁻ + Δt² (−Ω² u + s). */
    private static float[] oscillator(double omega, double step, float[] source, int steps) {
        float[] u = new float[steps + 1];
        double before = 0;
        double now = 0;
        for (int n = 0; n < steps; n++) {
            double fed = n < source.length ? source[n] : 0;
            double next = 2 * now - before + step * step * (fed - omega * omega * now);
            before = now;
            now = next;
            u[n + 1] = (float) next;
        }
        return u;
    }

    /** u(t) = ∫ w(s) sin(Ω(t − s))/Ω ds up to t, by Simpson's rule. */
    private static double oscillation(double peak, double omega, double t) {
        int intervals = 4000;
        double end = Math.min(t, 2 * PERIODS / peak);
        double interval = end / intervals;
        double sum = 0;
        for (int i = 0; i <= intervals; i++) {
            double s = i * interval;
            double factor = i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
            sum += factor * ricker(peak, s) * Math.sin(omega * (t - s)) / omega;
        }
        return sum * interval / 3;
    }

    /** Each numerical frequency ω' delayed as the wave equation delays ω: by the discrete Fourier transform on a period of 4 096 steps. */
    private static float[] delayed(float[] source, double delay, double step) {
        int period = 4096;
        double[] sums = new double[source.length];
        for (int i = 0; i <= period / 2; i++) {
            double numerical = 2 * Math.PI * i / (period * step);
            double omega = 2 / step * Math.sin(numerical * step / 2);
            double real = 0;
            double imaginary = 0;
            for (int n = 0; n < source.length; n++) {
                real += source[n] * Math.cos(numerical * n * step);
                imaginary -= source[n] * Math.sin(numerical * n * step);
            }
            double weight = (i == 0 || i == period / 2 ? 1.0 : 2.0) / period;
            for (int n = 0; n < sums.length; n++) {
                double phase = numerical * n * step - omega * delay;
                sums[n] += weight * (real * Math.cos(phase) - imaginary * Math.sin(phase));
            }
        }
        float[] trace = new float[sums.length];
        for (int n = 0; n < trace.length; n++) {
            trace[n] = (float) sums[n];
        }
        return trace;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double relative(double[] values, double[] exact) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < exact.length; i++) {
            difference += Math.pow(values[i] - exact[i], 2);
            norm += exact[i] * exact[i];
        }
        return Math.sqrt(difference / norm);
    }
}
