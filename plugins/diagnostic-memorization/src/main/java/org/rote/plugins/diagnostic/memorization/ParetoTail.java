package org.rote.plugins.diagnostic.memorization;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The shape k̂ of the tail of importance weights, a generalized Pareto distribution fitted to the largest of them: below ½ their variance is finite, above 0.7 no estimate from them can be trusted, from 1 on not even their mean exists.
 *
 * <p>Of S weights the M = min(S/5, 3√S) largest make the tail. The fit is the empirical Bayes estimate of Zhang and Stephens (2009), drawn towards ½ as by ten further weights.
 *
 * <p>Source: A. Vehtari, D. Simpson, A. Gelman, Y. Yao and J. Gabry (2024), Pareto smoothed importance sampling, Journal of Machine Learning Research 25(72); J. Zhang and M. A. Stephens (2009), A new and efficient estimation method for the
 * generalized Pareto distribution, Technometrics 51(3).
 */
final class ParetoTail {

    /** Fewer weights than this in the tail say nothing of its shape. */
    private static final int LEAST = 5;

    private static final double PRIOR_WEIGHTS = 10;
    private static final double PRIOR_SHAPE = 0.5;
    private static final double PRIOR_SCALE = 3;

    private ParetoTail() {}

    /**
     * The shape of the tail.
     *
     * @param logWeights logarithms up to a common constant; not modified
     * @return k̂; empty where there are too few weights, or a quarter of the tail is 0 beside the largest weight
     */
    static OptionalDouble shape(double[] logWeights) {
        int count = logWeights.length;
        int tail = (int) Math.ceil(Math.min(0.2 * count, 3 * Math.sqrt(count)));
        if (tail < LEAST || tail >= count) {
            return OptionalDouble.empty();
        }
        double[] sorted = logWeights.clone();
        Arrays.sort(sorted);
        double largest = sorted[count - 1];
        double cutoff = Math.exp(sorted[count - tail - 1] - largest);
        double[] excess = new double[tail];
        Arrays.setAll(excess, i -> Math.exp(sorted[count - tail + i] - largest) - cutoff);
        double quartile = excess[(int) Math.floor(tail / 4.0 + 0.5) - 1];
        if (!(quartile > 0) || !Double.isFinite(1 / quartile)) {
            return OptionalDouble.empty();
        }
        double shape = fit(excess, quartile);
        return OptionalDouble.of((shape * tail + PRIOR_SHAPE * PRIOR_WEIGHTS) / (tail + PRIOR_WEIGHTS));
    }

    /** The profile likelihood of θ = −k/scale, averaged over a grid of θ with weights by likelihood. */
    private static double fit(double[] excess, double quartile) {
        int points = 30 + (int) Math.floor(Math.sqrt(excess.length));
        double greatest = excess[excess.length - 1];
        double[] theta = new double[points];
        double[] logLikelihood = new double[points];
        for (int j = 0; j < points; j++) {
            theta[j] = 1 / greatest + (1 - Math.sqrt(points / (j + 0.5))) / (PRIOR_SCALE * quartile);
            double shape = shape(theta[j], excess);
            logLikelihood[j] = excess.length * (Math.log(-theta[j] / shape) - shape - 1);
        }
        double best = Arrays.stream(logLikelihood).max().orElseThrow();
        double total = 0;
        double mean = 0;
        for (int j = 0; j < points; j++) {
            double weight = Math.exp(logLikelihood[j] - best);
            total += weight;
            mean += weight * theta[j];
        }
        return shape(mean / total, excess);
    }

    private static double shape(double theta, double[] excess) {
        return Arrays.stream(excess).map(x -> Math.log1p(-theta * x)).average().orElseThrow();
    }
}
