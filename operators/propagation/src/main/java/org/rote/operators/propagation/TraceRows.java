package org.rote.operators.propagation;

import java.util.HashMap;
import java.util.Map;
import org.rote.numerics.Cholesky;

/**
 * Fits the rows of {@link TimeTransform}: the weights b of a window of steps that make Σ_n b_n exp(iω'nΔt) follow (dω/dω') exp(iωt) at the frequencies of the band,
 *
 * <pre>  min Σ_i w_i |(dω/dω')_i exp(iω_i t) − Σ_n b_n exp(iω'_i nΔt)|² + ε² ‖b‖²,   Σ_i w_i = 1.</pre>
 *
 * <p>The matrix of its normal equations, Σ_i w_i cos(ω'_i (n − m) Δt) + ε² δ_nm, depends on n − m only, so windows of one length share one factorisation.
 */
final class TraceRows {

    /** ε: keeps the weights small, so that they do not amplify rounding, at the price of errors of about this size. */
    private static final double RESTRAINT = 1e-4;
    /** Steps of a window on each side of a wave at the time 0. */
    private static final double LEAST_HALF = 10;
    /** How much wider each side is, in roots of the steps over which dispersion has spread the band. */
    private static final double WIDENING = 2;
    /** Lengths of windows are multiples of this, so that few matrices are factored. */
    private static final int LENGTHS = 8;
    /** Frequencies in the sum, whatever the window. */
    private static final int LEAST_FREQUENCIES = 64;
    /** And more for each period of the highest along the window. */
    private static final int FREQUENCIES_PER_PERIOD = 2;

    private final double step;
    private final double earliest;
    private final int last;
    private final double[] omega;
    private final double[] angle;
    private final double[] shrinking;
    private final double[] weight;
    private final double[][] cosine;
    private final double[][] sine;
    private final Map<Integer, Cholesky> factors = new HashMap<>();

    /**
     * Prepares the fits.
     *
     * @param leapfrog the stepping
     * @param band the frequencies that count
     * @param last the number of the last step
     * @param end the latest time that is asked for, in s
     */
    TraceRows(Leapfrog leapfrog, Band band, int last, double end) {
        this.step = leapfrog.step();
        this.earliest = 1 / leapfrog.stretch(2 * Math.PI * band.top());
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

    /** The row that gives the value at a time. Steps before 0, where nothing has happened, take part in the fit and are left out of the row. */
    Row at(double time) {
        int length = length(time);
        double centre = (earliest + 1) / 2 * time / step;
        int first = Math.min((int) Math.ceil(centre - length / 2.0), last + 1 - length);
        double[] weights = new double[length];
        for (int i = 0; i < omega.length; i++) {
            double phase = omega[i] * time - angle[i] * first;
            double even = weight[i] * shrinking[i] * Math.cos(phase);
            double odd = weight[i] * shrinking[i] * Math.sin(phase);
            for (int n = 0; n < length; n++) {
                weights[n] += even * cosine[i][n] + odd * sine[i][n];
            }
        }
        factors.computeIfAbsent(length, this::factor).solve(weights, weights);
        int kept = Math.max(first, 0);
        float[] rounded = new float[first + length - kept];
        for (int n = 0; n < rounded.length; n++) {
            rounded[n] = (float) weights[kept - first + n];
        }
        return new Row(kept, rounded);
    }

    /** How many steps the waves of a time need: as many as dispersion has spread them over, and more on both sides. */
    private int length(double time) {
        double spread = (1 - earliest) * time / step;
        double needed = spread + 2 * (LEAST_HALF + WIDENING * Math.sqrt(spread));
        return LENGTHS * (int) Math.ceil(needed / LENGTHS);
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
