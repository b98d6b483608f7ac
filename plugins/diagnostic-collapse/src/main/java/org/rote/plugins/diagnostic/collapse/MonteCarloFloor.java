package org.rote.plugins.diagnostic.collapse;

import org.rote.numerics.Weights;

/** What an exact sampler would show: the expected total variation between weights and the shares of a finite number of independent draws from them. */
final class MonteCarloFloor {

    private MonteCarloFloor() {}

    /**
     * ½ Σ_n E|X_n/s − w_n| with X_n binomial(s, w_n), by De Moivre's formula E|X − s w| = 2 k C(s, k) w^k (1 − w)^(s − k + 1), k = ⌊s w⌋ + 1 (Diaconis &amp; Zabell, 1991).
     *
     * @param weights w
     * @param draws s, at least 1
     * @return the expected total variation, from 0 to 1
     */
    static double expected(Weights weights, int draws) {
        double[] logFactorials = new double[draws + 1];
        for (int k = 1; k <= draws; k++) {
            logFactorials[k] = logFactorials[k - 1] + Math.log(k);
        }
        double sum = 0;
        for (int n = 0; n < weights.count(); n++) {
            double weight = weights.at(n);
            int k = (int) Math.floor(draws * weight) + 1;
            if (weight > 0 && k <= draws) {
                double log = logFactorials[draws]
                        - logFactorials[k - 1]
                        - logFactorials[draws - k]
                        + k * weights.log(n)
                        + (draws - k + 1) * Math.log1p(-weight);
                sum += 2 * Math.exp(log);
            }
        }
        return sum / (2.0 * draws);
    }
}
