package org.rote.plugins.diagnostic.comparison;

import org.rote.numerics.Weights;

/**
 * How far the shares v_n of K draws may lie from the weights w_n of the reference by chance: total variation ½ Σ |v_n − w_n|, the share of draws that are in a wrong mode.
 *
 * <p>For K independent exact draws K v_n is binomial, and E|K v_n − K w_n| = 2 m (1 − w_n) C(K, m) w_nᵐ (1 − w_n)ᴷ⁻ᵐ with m = ⌊K w_n⌋ + 1 (De Moivre, 1730; Diaconis &amp; Zabell, 1991, eq. 1.1); the
 * sum over n, halved and over K, is the floor. Where draws are shared out by responsibilities the expectation is at most that (Jensen). Exchanging one draw moves the total variation by
 * at most 1/K, and by nothing with probability Σ w_n², so its variance is at most (1 − Σ w_n²)/(2K) (Efron &amp; Stein, 1981).
 */
final class ModeWeights {

    /** Beyond the floor by as many standard deviations, chance is no explanation. */
    private static final double DEVIATIONS = 3;

    private ModeWeights() {}

    /** ½ Σ |v_n − w_n|. */
    static double totalVariation(double[] shares, Weights weights) {
        double sum = 0;
        for (int n = 0; n < shares.length; n++) {
            sum += 0.5 * Math.abs(shares[n] - weights.at(n));
        }
        return sum;
    }

    /** The expected total variation of exact draws. Costs one logarithm for each draw and four for each weight. */
    static double floor(Weights weights, int draws) {
        double[] logFactorials = new double[draws + 1];
        for (int k = 1; k <= draws; k++) {
            logFactorials[k] = logFactorials[k - 1] + Math.log(k);
        }
        double sum = 0;
        for (int n = 0; n < weights.count(); n++) {
            sum += 0.5 * meanAbsoluteDeviation(weights.at(n), logFactorials);
        }
        return sum / draws;
    }

    /** Where worry begins. */
    static double threshold(Weights weights, int draws) {
        double variance = (1 - 1 / weights.effectiveSampleSize()) / (2.0 * draws);
        return floor(weights, draws) + DEVIATIONS * Math.sqrt(Math.max(0, variance));
    }

    /** E|X − K w| of a binomial X. */
    private static double meanAbsoluteDeviation(double weight, double[] logFactorials) {
        if (weight <= 0 || weight >= 1) {
            return 0;
        }
        int draws = logFactorials.length - 1;
        int m = Math.min(draws, (int) Math.floor(draws * weight) + 1);
        double log = logFactorials[draws]
                - logFactorials[m]
                - logFactorials[draws - m]
                + m * Math.log(weight)
                + (draws - m + 1) * Math.log1p(-weight);
        return 2 * m * Math.exp(log);
    }
}
