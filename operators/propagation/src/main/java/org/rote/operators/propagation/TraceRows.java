package org.rote.operators.propagation;

import org.rote.numerics.Cholesky;
import org.rote.spi.RunExecutor;

/**
 * Fits the rows of {@link TimeTransform}: the weights b of a window of steps that make Σ_n b_n exp(iω'nΔt) follow (dω/dω') exp(iωt) at the frequencies of the band,
 *
 * <pre>  min Σ_i w_i |(dω/dω')_i exp(iω_i t) − Σ_n b_n exp(iω'_i nΔt)|² + ε² ‖b‖²,   Σ_i w_i = 1.</pre>
 *
 * <p>The matrix of its normal equations, Σ_i w_i cos(ω'_i (n − m) Δt) + ε² δ_nm, depends on n − m only, so windows of one length share their {@link Solutions}: a row is a sum of these.
 *
 * <p>Cost for windows of at most L steps and f frequencies, some 64 + L/3: 2 L f multiplications a row, and for each of the about 8 + 8 log₂(L/64) lengths 2 f L². Memory 6 L f doubles.
 */
final class TraceRows {

    /** ε: keeps the weights small, so that they do not amplify rounding, at the price of errors of about this size. */
    private static final double RESTRAINT = 1e-4;
    /** Steps of a window on each side of a wave at the time 0. */
    private static final double LEAST_HALF = 10;
    /** How much wider each side is, in roots of the steps over which dispersion has spread the band. */
    private static final double WIDENING = 2;
    /** Lengths of windows are multiples of this, and of an eighth of the power of two below, so that they are few. */
    private static final int LENGTHS = 8;
    /** Frequencies in the sum, whatever the window. */
    private static final int LEAST_FREQUENCIES = 64;
    /** And more for each period of the highest along the window. */
    private static final int FREQUENCIES_PER_PERIOD = 2;

    /** Rows that one thread fits at a time. */
    private static final int TOGETHER = 256;

    private final Leapfrog leapfrog;
    private final double top;
    private final int last;
    private final double[] omega;
    private final double[] angle;
    private final double[] shrinking;
    private final double[] weight;
    private final double[][] cosine;
    private final double[][] sine;

    /**
     * Prepares the fits.
     *
     * @param leapfrog the stepping
     * @param band the frequencies that count
     * @param last the number of the last step
     * @param end the latest time that is asked for, in s
     */
    TraceRows(Leapfrog leapfrog, Band band, int last, double end) {
        this.leapfrog = leapfrog;
        this.top = 2 * Math.PI * band.top();
        double step = leapfrog.step();
        this.last = last;
        int longest = length(end);
        int count = LEAST_FREQUENCIES + (int) Math.ceil(FREQUENCIES_PER_PERIOD * band.top() * longest * step);
        this.omega = new double[count];
        this.angle = new double[count];
        this.shrinking = new double[count];
        this.weight = new double[count];
        this.cosine = new double[count][longest];
        this.sine = new double[count][longest];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double frequency = (i + 0.5) * band.top() / count;
            omega[i] = 2 * Math.PI * frequency;
            angle[i] = leapfrog.numerical(omega[i]) * step;
            shrinking[i] = 1 / leapfrog.stretch(omega[i]);
            weight[i] = band.importance(frequency);
            sum += weight[i];
        }
        for (int i = 0; i < count; i++) {
            weight[i] /= sum;
            for (int n = 0; n < longest; n++) {
                cosine[i][n] = Math.cos(angle[i] * n);
                sine[i][n] = Math.sin(angle[i] * n);
            }
        }
    }

    /**
     * Weights of consecutive steps.
     *
     * @param first the number of the first step, at least 0
     * @param weights of it and those after it, none after the last step
     */
    record Row(int first, float[] weights) {}

    /**
     * What solves the normal equations of a length for the cosine and the sine of each frequency.
     *
     * @param length of the window
     * @param values [frequency][cosine, sine][step]
     */
    private record Solutions(int length, double[] values) {

        /** sum += a · solution of the cosine + b · solution of the sine of a frequency. */
        void add(int frequency, double a, double b, double[] sum) {
            int even = 2 * frequency * length;
            int odd = even + length;
            for (int n = 0; n < length; n++) {
                sum[n] += a * values[even + n] + b * values[odd + n];
            }
        }
    }

    /**
     * The rows that give the values at times from 0 on.
     *
     * @param sampling between them in s
     * @param samples how many
     * @param executor lends its threads; rows are the same on any number of them
     */
    Row[] all(double sampling, int samples, RunExecutor executor) {
        Row[] rows = new Row[samples];
        int to;
        for (int from = 0; from < samples; from = to) {
            int length = length(from * sampling);
            to = from + 1;
            while (to < samples && length(to * sampling) == length) {
                to++;
            }
            Solutions solutions = solve(length, executor);
            int first = from;
            int end = to;
            executor.forEach((end - first + TOGETHER - 1) / TOGETHER, task -> {
                for (int k = first + task * TOGETHER; k < Math.min(end, first + (task + 1) * TOGETHER); k++) {
                    rows[k] = at(k * sampling, solutions);
                }
            });
        }
        return rows;
    }

    /** Steps before 0, where nothing has happened, take part in the fit and are left out of the row. */
    private Row at(double time, Solutions solutions) {
        int length = solutions.length;
        double centre = time / leapfrog.step() - leapfrog.spread(top, time) / 2;
        int first = Math.min((int) Math.ceil(centre - length / 2.0), last + 1 - length);
        double[] weights = new double[length];
        for (int i = 0; i < omega.length; i++) {
            double phase = omega[i] * time - angle[i] * first;
            double size = weight[i] * shrinking[i];
            solutions.add(i, size * Math.cos(phase), size * Math.sin(phase), weights);
        }
        int kept = Math.max(first, 0);
        float[] rounded = new float[first + length - kept];
        for (int n = 0; n < rounded.length; n++) {
            rounded[n] = (float) weights[kept - first + n];
        }
        return new Row(kept, rounded);
    }

    private int length(double time) {
        return window(leapfrog.spread(top, time));
    }

    /** Steps of a row before the first and after the last of those over which its waves are spread. */
    static double side(double spread) {
        return LEAST_HALF + WIDENING * Math.sqrt(spread);
    }

    /** How many steps a row has whose waves are spread over some: as many, and more on both sides. */
    static int window(double spread) {
        double needed = spread + 2 * side(spread);
        int multiple = Math.max(LENGTHS, Integer.highestOneBit((int) needed) / 8);
        return multiple * (int) Math.ceil(needed / multiple);
    }

    private Solutions solve(int length, RunExecutor executor) {
        double[] values = new double[2 * omega.length * length];
        for (int i = 0; i < omega.length; i++) {
            System.arraycopy(cosine[i], 0, values, 2 * i * length, length);
            System.arraycopy(sine[i], 0, values, (2 * i + 1) * length, length);
        }
        factor(length).solve(values, 2 * omega.length, values, executor);
        return new Solutions(length, values);
    }

    private Cholesky factor(int length) {
        double[] lags = new double[length];
        for (int i = 0; i < omega.length; i++) {
            for (int n = 0; n < length; n++) {
                lags[n] += weight[i] * cosine[i][n];
            }
        }
        lags[0] += RESTRAINT * RESTRAINT;
        double[] matrix = new double[length * length];
        for (int n = 0; n < length; n++) {
            for (int m = 0; m < length; m++) {
                matrix[n * length + m] = lags[Math.abs(n - m)];
            }
        }
        return Cholesky.of(length, matrix);
    }
}
