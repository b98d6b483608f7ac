package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rote.spi.RunExecutor;

/** Distances between all pairs of two pooled samples, and the statistics of labels that come from them. Memory: eight bytes for each pair. */
final class PairDistances {

    private final int count;
    private final double[] distances;

    PairDistances(double[][] points, RunExecutor executor) {
        count = points.length;
        distances = new double[Math.multiplyExact(count, count)];
        executor.forEach(count, i -> {
            for (int j = 0; j < i; j++) {
                double distance = distance(points[i], points[j]);
                distances[i * count + j] = distance;
                distances[j * count + i] = distance;
            }
        });
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** The median over pairs of different points; over those that lie apart where most do not; 1 where all are one. */
    double median() {
        double[] apart = pairs(false);
        double median = apart[apart.length / 2];
        double[] positive = median > 0 ? apart : pairs(true);
        return positive.length == 0 ? 1 : positive[positive.length / 2];
    }

    private double[] pairs(boolean isApart) {
        double[] pairs = new double[count * (count - 1) / 2];
        int at = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double distance = distances[i * count + j];
                if (!isApart || distance > 0) {
                    pairs[at++] = distance;
                }
            }
        }
        double[] sorted = Arrays.copyOf(pairs, at);
        Arrays.sort(sorted);
        return sorted;
    }

    /** exp(−d²/(2 h²)) for all pairs. */
    Kernel kernel(double width) {
        return new Kernel(width);
    }

    /** A Gaussian kernel on the points. */
    final class Kernel {

        private final double[] values;
        private final double[] rowSums = new double[count];
        private final double total;

        private Kernel(double width) {
            values = Arrays.stream(distances)
                    .map(d -> Math.exp(-d * d / (2 * width * width)))
                    .toArray();
            for (int i = 0; i < count; i++) {
                values[i * count + i] = 0;
                for (int j = 0; j < count; j++) {
                    rowSums[i] += values[i * count + j];
                }
            }
            total = Arrays.stream(rowSums).sum();
        }

        /**
         * The unbiased estimate of the squared maximum mean discrepancy between both samples (Gretton, Borgwardt, Rasch, Schölkopf &amp; Smola, 2012, lemma 6): zero on average where they are of one distribution, so it may be
         * negative.
         */
        double discrepancy(boolean[] labels) {
            int[] mine = IntStream.range(0, count).filter(i -> labels[i]).toArray();
            double own = 0;
            double all = 0;
            for (int i : mine) {
                all += rowSums[i];
                int row = i * count;
                for (int j : mine) {
                    own += values[row + j];
                }
            }
            double first = mine.length;
            double second = count - first;
            double across = all - own;
            double others = total - 2 * across - own;
            return own / (first * (first - 1)) + others / (second * (second - 1)) - 2 * across / (first * second);
        }
    }

    /** The nearest other points of each, all of them where several are equally near. */
    int[][] nearest() {
        int[][] nearest = new int[count][];
        for (int i = 0; i < count; i++) {
            int own = i;
            double least = IntStream.range(0, count)
                    .filter(j -> j != own)
                    .mapToDouble(j -> distances[own * count + j])
                    .min()
                    .orElseThrow();
            nearest[i] = IntStream.range(0, count)
                    .filter(j -> j != own && distances[own * count + j] == least)
                    .toArray();
        }
        return nearest;
    }

    /** Share of points whose nearest other point is of the same sample, equally near ones counted by their share. */
    static double accuracy(int[][] nearest, boolean[] labels) {
        double sum = 0;
        for (int i = 0; i < nearest.length; i++) {
            int same = 0;
            for (int j : nearest[i]) {
                same += labels[i] == labels[j] ? 1 : 0;
            }
            sum += (double) same / nearest[i].length;
        }
        return sum / nearest.length;
    }
}
