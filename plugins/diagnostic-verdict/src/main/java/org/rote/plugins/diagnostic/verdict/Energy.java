package org.rote.plugins.diagnostic.verdict;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.rote.spi.RunExecutor;

/**
 * Whether two samples are of one distribution: the energy distance 2 E|X − Y| − E|X − X′| − E|Y − Y′|, 0 only where they are (Székely &amp; Rizzo, 2013), beside what it is with labels dealt at random.
 *
 * @param distance the energy distance over the mean distance of all pairs
 * @param probability share of dealings, this one counted, in which it is at least as great
 */
record Energy(double distance, double probability) {

    private static final int DEALINGS = 999;

    /**
     * Compares.
     *
     * @param mine one sample, at least two points
     * @param theirs the other, at least two
     * @param executor for distances
     * @param random deals labels
     * @return the outcome
     */
    static Energy between(double[][] mine, double[][] theirs, RunExecutor executor, RandomGenerator random) {
        int count = mine.length + theirs.length;
        double[][] all = Arrays.copyOf(mine, count);
        System.arraycopy(theirs, 0, all, mine.length, theirs.length);
        double[][] distances = new double[count][count];
        executor.forEach(count, i -> {
            for (int j = 0; j < count; j++) {
                distances[i][j] = i == j ? 0 : Points.distance(all[i], all[j]);
            }
        });
        double[] rowSums = Arrays.stream(distances)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double total = Arrays.stream(rowSums).sum();
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        double observed = statistic(distances, rowSums, total, order, mine.length);
        int atLeast = 1;
        for (int dealing = 0; dealing < DEALINGS; dealing++) {
            for (int i = 0; i < mine.length; i++) {
                int j = i + random.nextInt(count - i);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            atLeast += statistic(distances, rowSums, total, order, mine.length) >= observed ? 1 : 0;
        }
        double typical = total / ((double) count * (count - 1));
        return new Energy(typical == 0 ? 0 : observed / typical, atLeast / (DEALINGS + 1.0));
    }

    /** Of the points that the order begins with against the others, without bias. */
    private static double statistic(double[][] distances, double[] rowSums, double total, int[] order, int mine) {
        double own = 0;
        double all = 0;
        for (int i = 0; i < mine; i++) {
            double[] row = distances[order[i]];
            all += rowSums[order[i]];
            for (int j = 0; j < i; j++) {
                own += 2 * row[order[j]];
            }
        }
        double theirs = order.length - mine;
        double across = all - own;
        double others = total - own - 2 * across;
        return 2 * across / (mine * theirs) - own / (mine * (mine - 1.0)) - others / (theirs * (theirs - 1));
    }
}
