package org.rote.plugins.diagnostic.calibration;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Tests of accuracy with random points (Lemos, Coogan, Hezaveh &amp; Perreault-Levasseur, 2023): the share of draws that are nearer to a point than the truth is uniform over truths of a calibrated posterior, wherever the points
 * are. The point is one of the draws, which is then not ranked: near the posterior in every case, so that a wrong width shows in any dimension, and dependent on the data, as the test must be to see more than ranks do.
 */
final class RandomPoint {

    private RandomPoint() {}

    /**
     * The credibility at which the truth is just left out.
     *
     * @param rows quantities of the draws, at least 2
     * @param truth those of the truth
     * @param group the quantities that distances are taken in
     * @param random chooses the point
     * @return between 0 and 1
     */
    static double rank(List<double[]> rows, double[] truth, Quantities.Group group, RandomGenerator random) {
        int chosen = random.nextInt(rows.size());
        double[] point = rows.get(chosen);
        double[] distances = new double[rows.size() - 1];
        for (int k = 0; k < distances.length; k++) {
            distances[k] = Scores.distance(rows.get(k < chosen ? k : k + 1), point, group.from(), group.count());
        }
        double own = Scores.distance(truth, point, group.from(), group.count());
        return Ranks.of(distances, own, random);
    }
}
