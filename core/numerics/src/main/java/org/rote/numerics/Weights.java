package org.rote.numerics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;

/**
 * Normalised weights w_n = exp(l_n) / Σ_m exp(l_m), made from logarithms that may lie hundreds of units apart, as the weights of training models do.
 *
 * <p>Everything is computed from the logarithms: Σ exp(l) as max l + log Σ exp(l − max l), so that neither overflow nor underflow spoils it; a
 * weight below about 1e-308 is zero while its logarithm stays exact.
 *
 * <p>Three ways to say how many of the N weights count, each between 1 and N: {@link #effectiveModes} exp(H) with the entropy H = −Σ w log w;
 * {@link #effectiveSampleSize} 1/Σ w² (Kish, 1965); and the largest weight, {@link #largest}. Immutable.
 */
public final class Weights {

    private final double[] logs;
    private final double[] values;
    private final double[] cumulative;

    private Weights(double[] logs) {
        this.logs = logs;
        this.values = new double[logs.length];
        this.cumulative = new double[logs.length];
        double sum = 0;
        for (int n = 0; n < logs.length; n++) {
            values[n] = Math.exp(logs[n]);
            sum += values[n];
            cumulative[n] = sum;
        }
    }

    /**
     * Normalises weights given by their logarithms.
     *
     * @param logs logarithms up to a common constant, {@code -Infinity} for weight zero; not modified
     * @return the normalised weights
     * @throws NumericsException when there is no finite logarithm, or one is NaN or +∞; names the first
     */
    public static Weights ofLogs(double[] logs) {
        for (int n = 0; n < logs.length; n++) {
            if (Double.isNaN(logs[n]) || logs[n] == Double.POSITIVE_INFINITY) {
                throw new NumericsException("log weight " + n + " of " + logs.length + " is " + logs[n]
                        + ": the misfit or density that it came from is not finite there");
            }
        }
        double total = logSumExp(logs);
        if (total == Double.NEGATIVE_INFINITY) {
            throw new NumericsException("all " + logs.length
                    + " weights are zero: no candidate explains the data at all; check units and noise level");
        }
        double[] normalised = new double[logs.length];
        Arrays.setAll(normalised, n -> logs[n] - total);
        return new Weights(normalised);
    }

    /**
     * Reads the weights of a config record.
     *
     * @param key the component's name in kebab-case
     * @param given the weights up to a common factor, or empty for equal ones
     * @param count how many there must be, at least 1
     * @return the normalised weights
     * @throws InvalidInputException when there are more or fewer, one is negative or not finite, or all are zero
     */
    public static Weights read(String key, Optional<List<Double>> given, int count) {
        if (given.isEmpty()) {
            return uniform(count);
        }
        List<Double> values = given.get();
        Checks checks = new Checks()
                .that(
                        values.size() == count,
                        key,
                        "has " + values.size() + " values for " + count + " models",
                        "give one for each model")
                .that(
                        values.stream().anyMatch(value -> value > 0),
                        key,
                        "has no value greater than 0",
                        "give at least one model a weight");
        for (int n = 0; n < values.size(); n++) {
            double value = values.get(n);
            checks.that(
                    value >= 0 && Double.isFinite(value),
                    key + "[" + n + "]",
                    "must be finite and not negative, got " + value,
                    "give a probability, or a number proportional to it");
        }
        checks.verify();
        return ofLogs(values.stream().mapToDouble(Math::log).toArray());
    }

    /**
     * Equal weights.
     *
     * @param count N, at least 1
     * @return N weights 1/N
     */
    public static Weights uniform(int count) {
        double[] logs = new double[count];
        Arrays.fill(logs, -Math.log(count));
        return new Weights(logs);
    }

    /**
     * log Σ exp(l_n) without overflow.
     *
     * @param logs any numbers; not modified
     * @return the logarithm of the sum; {@code -Infinity} for no terms or only zeros
     */
    public static double logSumExp(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        if (Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum);
    }

    /** Replaces logarithms by the normalised weights they stand for; returns log Σ exp(l). NaN in, NaN out. */
    static double softmax(double[] logs) {
        double total = logSumExp(logs);
        for (int n = 0; n < logs.length; n++) {
            logs[n] = Math.exp(logs[n] - total);
        }
        return total;
    }

    /**
     * How many weights there are.
     *
     * @return N
     */
    public int count() {
        return logs.length;
    }

    /**
     * The logarithm of a weight.
     *
     * @param n number of the weight, from 0
     * @return log w_n
     */
    public double log(int n) {
        return logs[n];
    }

    /**
     * A weight.
     *
     * @param n number of the weight, from 0
     * @return w_n
     */
    public double at(int n) {
        return values[n];
    }

    /**
     * The logarithms of all weights.
     *
     * @return a new array
     */
    public double[] logs() {
        return logs.clone();
    }

    /**
     * All weights.
     *
     * @return a new array
     */
    public double[] toArray() {
        return values.clone();
    }

    /**
     * The largest weight.
     *
     * @return max_n w_n
     */
    public double largest() {
        return Arrays.stream(values).max().orElseThrow();
    }

    /**
     * Shannon's entropy.
     *
     * @return H = −Σ w_n log w_n in nats, between 0 and log N
     */
    public double entropy() {
        double entropy = 0;
        for (int n = 0; n < values.length; n++) {
            if (values[n] > 0) {
                entropy -= values[n] * logs[n];
            }
        }
        return Math.max(0, entropy);
    }

    /**
     * The perplexity: as many equal weights have the same entropy.
     *
     * @return exp(H), between 1 and N
     */
    public double effectiveModes() {
        return Math.exp(entropy());
    }

    /**
     * The effective sample size of weighted samples (Kish, 1965).
     *
     * @return 1 / Σ w_n², between 1 and N
     */
    public double effectiveSampleSize() {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return 1 / squares;
    }

    /**
     * Draws a number with these probabilities, in O(log N).
     *
     * @param random the source of randomness; one double is taken
     * @return n with probability w_n
     */
    public int draw(RandomGenerator random) {
        double level = random.nextDouble() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
