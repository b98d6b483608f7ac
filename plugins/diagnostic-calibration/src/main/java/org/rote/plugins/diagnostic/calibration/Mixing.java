package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How well chains have mixed, for one quantity, after Vehtari, Gelman, Simpson, Carpenter &amp; Bürkner (2021). Every array holds the values of one sequence; all are equally long, chains are split in halves before.
 *
 * @param rHat the greater of R̂ of rank-normalised values and of rank-normalised distances from the median; 1 where sequences agree
 * @param bulk effective sample size of the rank-normalised values
 * @param tail the lesser effective sample size of the indicators of the 5 % and the 95 % quantile
 * @param standardError Monte Carlo standard error of the mean, in the unit of the quantity
 * @param deviation standard deviation of all values
 */
record Mixing(double rHat, double bulk, double tail, double standardError, double deviation) {

    /** Of Blom's approximation to the means of normal order statistics. */
    private static final double BLOM = 0.375;

    private static final double LOWER = 0.05;
    private static final double UPPER = 0.95;

    /** Cost: a sort, and as many operations for each value as the autocorrelation is long. */
    static Mixing of(double[][] sequences) {
        double[] all = Arrays.stream(sequences).flatMapToDouble(Arrays::stream).toArray();
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        double median = quantile(sorted, 0.5);
        double[][] normal = rankNormalised(sequences);
        double[][] folded = rankNormalised(mapped(sequences, x -> Math.abs(x - median)));
        double lower = quantile(sorted, LOWER);
        double upper = quantile(sorted, UPPER);
        double tail = Math.min(
                effective(mapped(sequences, x -> x <= lower ? 1 : 0)),
                effective(mapped(sequences, x -> x <= upper ? 1 : 0)));
        double deviation = Math.sqrt(Moments.of(all).variance());
        return new Mixing(
                Math.max(reduction(normal), reduction(folded)),
                effective(normal),
                tail,
                deviation / Math.sqrt(effective(sequences)),
                deviation);
    }

    private static double[][] mapped(double[][] sequences, DoubleUnaryOperator by) {
        return Arrays.stream(sequences)
                .map(sequence -> Arrays.stream(sequence).map(by).toArray())
                .toArray(double[][]::new);
    }

    /** By linear interpolation of order statistics. */
    private static double quantile(double[] sorted, double probability) {
        double at = probability * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Normal scores Φ⁻¹((r − 3/8) / (S + 1/4)) of the ranks r among all S values, equal values sharing their mean rank. */
    static double[][] rankNormalised(double[][] sequences) {
        int length = sequences[0].length;
        int count = sequences.length * length;
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> sequences[k / length][k % length]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] scores = new double[sequences.length][length];
        int from = 0;
        while (from < count) {
            double value = sequences[order[from] / length][order[from] % length];
            int to = from;
            while (to < count && sequences[order[to] / length][order[to] % length] == value) {
                to++;
            }
            double rank = 0.5 * (from + 1 + to);
            double score = NormalQuantile.of((rank - BLOM) / (count + 1 - 2 * BLOM));
            for (int k = from; k < to; k++) {
                scores[order[k] / length][order[k] % length] = score;
            }
            from = to;
        }
        return scores;
    }

    /** R̂ = √(((n − 1)/n W + B/n) / W): 1 where nothing varies, infinite where only the sequences differ. */
    static double reduction(double[][] sequences) {
        double within = within(sequences);
        double between = between(sequences);
        if (within == 0) {
            return between == 0 ? 1 : Double.POSITIVE_INFINITY;
        }
        int length = sequences[0].length;
        return Math.sqrt((length - 1.0) / length + between / within);
    }

    /**
     * m n / τ with τ = −1 + 2 Σ_k P_k, P_k = ρ_2k + ρ_2k+1 as long as they are positive, none greater than the one before (Geyer, 1992), and the autocorrelations ρ_t from variances within and between
     * sequences. At most m n log₁₀(m n). A quantity that does not vary has as many as there are values.
     */
    static double effective(double[][] sequences) {
        int length = sequences[0].length;
        double total = (double) sequences.length * length;
        double within = within(sequences);
        double variance = (length - 1.0) / length * within + between(sequences);
        if (variance == 0) {
            return total;
        }
        double[][] centred = Arrays.stream(sequences).map(Mixing::centred).toArray(double[][]::new);
        double time = -1;
        double before = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < length; lag += 2) {
            double first = lag == 0 ? 1 : 1 - (within - covariance(centred, lag)) / variance;
            double second = 1 - (within - covariance(centred, lag + 1)) / variance;
            double pair = Math.min(first + second, before);
            if (pair <= 0) {
                break;
            }
            time += 2 * pair;
            before = pair;
        }
        return total / Math.max(time, 1 / Math.log10(total));
    }

    /** The mean over the sequences of Σ_i x_i x_{i + lag} / n. */
    private static double covariance(double[][] centred, int lag) {
        double sum = 0;
        for (double[] sequence : centred) {
            for (int i = lag; i < sequence.length; i++) {
                sum += sequence[i] * sequence[i - lag];
            }
        }
        return sum / ((double) centred.length * centred[0].length);
    }

    /** W, the mean variance of the sequences. */
    private static double within(double[][] sequences) {
        return Arrays.stream(sequences)
                .mapToDouble(sequence -> Moments.of(sequence).variance())
                .average()
                .orElseThrow();
    }

    /** B/n, the variance of the means of the sequences. */
    private static double between(double[][] sequences) {
        return Moments.of(Arrays.stream(sequences)
                        .mapToDouble(sequence -> Moments.of(sequence).mean())
                        .toArray())
                .variance();
    }

    private static double[] centred(double[] values) {
        double mean = Moments.of(values).mean();
        return Arrays.stream(values).map(x -> x - mean).toArray();
    }
}
