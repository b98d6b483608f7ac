package org.rote.plugins.diagnostic.verdict;

import java.util.Arrays;

/**
 * How deep the truth lies among draws: the rank of its mean distance to them among those of each draw to truth and other draws. Truth and independent draws of a right posterior can change places, so every rank is equally probable; a truth outside says that the draws are too narrow or elsewhere, one in the
 * middle of many that they are too wide.
 *
 * @param depth mean distance of the truth to the draws over that of draws to each other
 * @param probability twice the share of draws, the truth counted, that lie as far out, or as far in
 */
record TruthDepth(double depth, double probability) {

    /**
     * Ranks.
     *
     * @param truth the true point
     * @param draws independent draws, at least two
     * @return the rank as a two-sided p-value, at least 2 / (draws + 1)
     */
    static TruthDepth of(double[] truth, double[][] draws) {
        int count = draws.length;
        double[] sums = new double[count];
        double own = 0;
        for (int k = 0; k < count; k++) {
            double toTruth = Points.distance(truth, draws[k]);
            own += toTruth;
            sums[k] += toTruth;
            for (int j = 0; j < k; j++) {
                double distance = Points.distance(draws[k], draws[j]);
                sums[k] += distance;
                sums[j] += distance;
            }
        }
        double mine = own;
        double outer = 1.0 + Arrays.stream(sums).filter(sum -> sum >= mine).count();
        double inner = 1.0 + Arrays.stream(sums).filter(sum -> sum <= mine).count();
        double pairs = (Arrays.stream(sums).sum() - own) / ((double) count * (count - 1));
        return new TruthDepth(
                pairs == 0 ? Double.POSITIVE_INFINITY : own / count / pairs,
                Math.min(1, 2 * Math.min(outer, inner) / (count + 1)));
    }
}
