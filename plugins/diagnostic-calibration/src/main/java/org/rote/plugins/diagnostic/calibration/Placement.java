package org.rote.plugins.diagnostic.calibration;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Where a truth lies among draws of one quantity.
 *
 * @param truth the truth
 * @param rank share of draws below it, a random share of those equal to it: uniform between 0 and 1 over truths of a calibrated posterior
 * @param densityRank level of the smallest highest-density region that holds it, see {@link DensityRank}: uniform too
 * @param error mean − truth
 * @param deviation standard deviation of the draws
 * @param contraction 1 − variance of the draws / variance of the prior, where that is known and not zero
 * @param score continuous ranked probability score
 */
record Placement(
        double truth,
        double rank,
        double densityRank,
        double error,
        double deviation,
        OptionalDouble contraction,
        double score) {

    static Placement of(double[] draws, double truth, OptionalDouble priorVariance, RandomGenerator random) {
        Moments moments = Moments.of(draws);
        return new Placement(
                truth,
                Ranks.of(draws, truth, random),
                DensityRank.of(draws, truth, random),
                moments.mean() - truth,
                Math.sqrt(moments.variance()),
                priorVariance.stream()
                        .filter(prior -> prior > 0)
                        .map(prior -> 1 - moments.variance() / prior)
                        .findFirst(),
                Scores.rankedProbability(draws, truth));
    }

    /** Whether the truth lies in the central interval that holds a share of the draws. */
    boolean isCovered(double level) {
        return Math.abs(rank - 0.5) <= level / 2;
    }

    /** Whether it lies in the smallest region that holds a share of the draws. */
    boolean isCoveredByHighestDensity(double level) {
        return densityRank <= level;
    }

    /** Error over deviation; infinite where draws do not vary and are wrong. */
    double zScore() {
        return error == 0 ? 0 : error / deviation;
    }
}
