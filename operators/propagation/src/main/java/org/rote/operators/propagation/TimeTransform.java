package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.rote.spi.RunExecutor;

/**
 * Takes the dispersion out of time stepping of second order, and resamples.
 *
 * <p>Stepping u⁺ = 2u − u⁻ + Δt² (A u + s) treats a wave of frequency ω' exactly as the wave equation treats one of the lower frequency ω, sin(ω'Δt/2) = ωΔt/2, whatever the medium. So if the wavelet's
 * spectrum at ω is put at ω' before stepping, and the spectrum of a recorded trace at ω' is put back at ω after it, nothing of the error of the time step is left:
 *
 * <pre>  s_n = 1/2π ∫ W(ω) exp(iω'nΔt) dω',    d(t) = 1/2π ∫ U(ω') exp(iωt) dω.</pre>
 *
 * <p>The second is a real matrix from steps to output samples. A wave of ω that belongs at t is recorded at t √(1 − (ωΔt/2)²), so each of its rows needs only a window of steps, and its weights are fitted
 * to the phases of the band by regularized least squares. Outside the window they are 0, not small.
 *
 * <p>Band: waves up to 1.3 times the highest frequency that is given, weighted less and less above it; or up to 0.85/(πΔt), if that is lower; or up to where dispersion has spread waves over 512 steps at the end of the record. {@link #wavelet} lets
 * through all up to there and removes what is above smoothly, within one octave, so that nothing else is in the traces. Traces are resampled as they are: samples further apart than half of the shortest period alias.
 *
 * <p>Accuracy: 1 in 10 000 of the trace, or better. Where spreading cuts the band short of the wavelet, what it has above is wrong: 2 in 1 000 where that is 1.3 times the highest frequency, more where it is less. Cost: rows of some s + 4√s + 20 weights, where s is the number of steps over which the band is spread by then, at most 640; see {@link TraceRows} for fitting them. For 1 000 steps of 1 ms and a Ricker wavelet of
 * 15 Hz, rows of at most 56 weights and 0.02 s to fit them; for 20 s every 1 ms, steps of 0.5 ms and a wavelet up to 77 Hz, 640 weights, 2 s and 35 MB. There are 10 + 2√s steps after the last sample. Weights and spectra are computed in double precision and applied in single. Immutable; any number of threads may apply it at once.
 *
 * <p>Source: C. Stork (2013), Eliminating nearly all dispersion error from FD modeling and RTM with minimal cost increase, 75th EAGE Conference, Tu 11 07; E. F. M. Koene, J. O. A. Robertsson, F. Broggini and F. Andersson (2018), Eliminating time
 * dispersion from seismic wave modeling, Geophysical Journal International 213(1), 169–180: forward and inverse transform. The fit of short rows is our own.
 */
public final class TimeTransform {

    /** Where objects begin at lines of a cache, each takes whole lines. */
    private static final int LINE = 64;

    /** Of an array, before its numbers: at most so much. */
    private static final int HEADER = 24;

    /** Traces that are summed together: a group. */
    private static final int TOGETHER = 32;

    private final Leapfrog leapfrog;
    private final Band band;
    private final int steps;
    private final TraceRows.Row[] rows;

    /**
     * Fits the rows.
     *
     * @param step Δt in s, positive
     * @param sampling of the output in s, positive; any ratio to the step
     * @param samples of the output, at least 1, the first at the time 0
     * @param highest the highest frequency of the wavelet in Hz, positive
     * @param executor lends its threads, and is asked whether the run was interrupted
     */
    public TimeTransform(double step, double sampling, int samples, double highest, RunExecutor executor) {
        if (!(step > 0 && sampling > 0 && samples >= 1 && highest > 0)) {
            throw new IllegalArgumentException(
                    "step=" + step + ", sampling=" + sampling + ", samples=" + samples + ", highest=" + highest);
        }
        this.leapfrog = new Leapfrog(step);
        double end = (samples - 1) * sampling;
        this.band = Band.upTo(highest, leapfrog, end);
        this.steps = (int) Math.ceil(end / step + TraceRows.side(spread(leapfrog, band, end)));
        this.rows = new TraceRows(leapfrog, band, steps, end).all(sampling, samples, executor);
    }

    private static double spread(Leapfrog leapfrog, Band band, double end) {
        return leapfrog.spread(2 * Math.PI * band.top(), end);
    }

    /** The most bytes that the rows of a transform take, of arguments like those of the constructor. */
    static double bytes(double step, double sampling, int samples, double highest) {
        Leapfrog leapfrog = new Leapfrog(step);
        double end = (samples - 1) * sampling;
        int widest = TraceRows.window(spread(leapfrog, Band.upTo(highest, leapfrog, end), end));
        int lines = (HEADER + Float.BYTES * widest + LINE - 1) / LINE;
        // A row is an object of one line, its weights, and what refers to it.
        return (double) samples * ((1 + lines) * LINE + Long.BYTES);
    }

    /**
     * How many steps must be taken: those of the record and a few more, which the last samples need.
     *
     * @return the number of the last step that is recorded
     */
    public int steps() {
        return steps;
    }

    /**
     * The frequency up to which dispersion is removed.
     *
     * @return in Hz
     */
    public double band() {
        return band.top();
    }

    /** The most steps that a sample is made of. */
    int widest() {
        return Arrays.stream(rows).mapToInt(row -> row.weights().length).max().orElseThrow();
    }

    /**
     * The wavelet that must be fed to the steps.
     *
     * @param wavelet its value at a time in s; 0 before the time 0
     * @param duration the time in s after which it is 0, positive
     * @return values at steps 0, 1, …, beyond which it is 0; {@link #steps} + 1 at most
     */
    public float[] wavelet(DoubleUnaryOperator wavelet, double duration) {
        float[] samples = new SteppedWavelet(leapfrog, band).of(wavelet, duration);
        return samples.length > steps + 1 ? Arrays.copyOf(samples, steps + 1) : samples;
    }

    /**
     * How many groups traces are worked at in, each of them perhaps by another thread.
     *
     * @param traces how many
     * @return groups
     */
    int groups(int traces) {
        return (traces + TOGETHER - 1) / TOGETHER;
    }

    /**
     * From steps to output samples.
     *
     * @param recorded values [step][trace], {@link #steps} + 1 steps; not modified
     * @param traces how many, at least 1
     * @param out receives values [trace][sample]; overwritten
     * @param offset where in {@code out} they begin
     */
    public void apply(float[] recorded, int traces, double[] out, int offset) {
        for (int group = 0; group < groups(traces); group++) {
            apply(group, recorded, traces, out, offset);
        }
    }

    /** Does one group. */
    void apply(int group, float[] recorded, int traces, double[] out, int offset) {
        int from = group * TOGETHER;
        int width = Math.min(TOGETHER, traces - from);
        float[] sums = new float[width];
        for (int k = 0; k < rows.length; k++) {
            sum(rows[k], recorded, traces, from, width, sums);
            for (int j = 0; j < width; j++) {
                out[offset + (from + j) * rows.length + k] = sums[j];
            }
        }
    }

    private static void sum(TraceRows.Row row, float[] recorded, int traces, int from, int width, float[] sums) {
        Arrays.fill(sums, 0);
        float[] weights = row.weights();
        int n = 0;
        for (; n + 4 <= weights.length; n += 4) {
            int at = (row.first() + n) * traces + from;
            addFour(weights, n, recorded, at, traces, width, sums);
        }
        for (; n < weights.length; n++) {
            add(weights[n], recorded, (row.first() + n) * traces + from, sums, 0, width);
        }
    }

    /** Four steps at a time, so that the sums are read and written once for the four. */
    private static void addFour(float[] weights, int n, float[] recorded, int at, int traces, int width, float[] sums) {
        float a = weights[n];
        float b = weights[n + 1];
        float c = weights[n + 2];
        float d = weights[n + 3];
        for (int j = 0; j < width; j++) {
            sums[j] += a * recorded[at + j]
                    + b * recorded[at + traces + j]
                    + c * recorded[at + 2 * traces + j]
                    + d * recorded[at + 3 * traces + j];
        }
    }

    /**
     * The transpose of {@link #apply}: from output samples to steps.
     *
     * @param samples values [trace][sample]; not modified
     * @param offset where in {@code samples} they begin
     * @param traces how many, at least 1
     * @param recorded receives values [step][trace], {@link #steps} + 1 steps; overwritten
     */
    public void applyTransposed(double[] samples, int offset, int traces, float[] recorded) {
        Arrays.fill(recorded, 0);
        for (int group = 0; group < groups(traces); group++) {
            applyTransposed(group, samples, offset, 1, traces, recorded);
        }
    }

    /** Does one group of samples that are multiplied by a factor first; what is recorded must be 0 before. */
    void applyTransposed(int group, double[] samples, int offset, double factor, int traces, float[] recorded) {
        int from = group * TOGETHER;
        int width = Math.min(TOGETHER, traces - from);
        float[] values = new float[width];
        for (int k = 0; k < rows.length; k++) {
            for (int j = 0; j < width; j++) {
                values[j] = (float) (factor * samples[offset + (from + j) * rows.length + k]);
            }
            float[] weights = rows[k].weights();
            for (int n = 0; n < weights.length; n++) {
                add(weights[n], values, 0, recorded, (rows[k].first() + n) * traces + from, width);
            }
        }
    }

    private static void add(float weight, float[] values, int at, float[] sums, int to, int width) {
        for (int j = 0; j < width; j++) {
            sums[to + j] += weight * values[at + j];
        }
    }
}
