package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The level of the smallest highest-density region that holds a truth. The density is that of the k-th nearest neighbour, k = √n, of all points: draws and truth alike, so that ranks are uniform for any number of draws where the truth
 * is as one of them. A region of a histogram or of the draws alone would hold the truth too seldom.
 */
final class DensityRank {

    private DensityRank() {}

    /**
     * The share of draws that lie where draws are denser than at the truth, a random share of those that lie equally dense.
     *
     * @param draws of one quantity, at least 2
     * @param truth of the same quantity
     * @param random deals out what is equal
     * @return between 0, where draws are densest, and 1
     */
    static double of(double[] draws, double truth, RandomGenerator random) {
        int count = draws.length + 1;
        double[] sorted = Arrays.copyOf(draws, count);
        sorted[draws.length] = truth;
        Arrays.sort(sorted);
        int neighbours = (int) Math.round(Math.sqrt(draws.length));
        double own = radius(sorted, Arrays.binarySearch(sorted, truth), neighbours);
        double denser = 0;
        double equal = 0;
        for (int i = 0; i < count; i++) {
            double radius = radius(sorted, i, neighbours);
            denser += radius < own ? 1 : 0;
            equal += radius == own ? 1 : 0;
        }
        return (denser + random.nextDouble() * equal) / count;
    }

    /** The distance to the k-th nearest other point: of the windows of k + 1 neighbours that hold the point, the one whose farther end is nearest. */
    private static double radius(double[] sorted, int at, int neighbours) {
        int first = Math.max(0, at - neighbours);
        int last = Math.min(at, sorted.length - 1 - neighbours);
        double least = Double.POSITIVE_INFINITY;
        for (int from = first; from <= last; from++) {
            least = Math.min(least, Math.max(sorted[at] - sorted[from], sorted[from + neighbours] - sorted[at]));
        }
        return least;
    }
}
