package org.rote.plugins.diagnostic.verdict;

import java.util.Arrays;

/** Small operations on sets of points. */
final class Points {

    private Points() {}

    /** So many of them at most, evenly spread. */
    static double[][] spread(double[][] points, int most) {
        if (points.length <= most) {
            return points;
        }
        double[][] some = new double[most][];
        Arrays.setAll(some, k -> points[(int) ((long) k * points.length / most)]);
        return some;
    }

    /** One in so many, from the first. */
    static double[][] every(double[][] points, int stride) {
        double[][] some = new double[(points.length - 1) / stride + 1][];
        Arrays.setAll(some, k -> points[k * stride]);
        return some;
    }

    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / points.length;
            }
        }
        return mean;
    }

    /** Standard deviation of each coordinate; 0 for a single point. */
    static double[] deviations(double[][] points) {
        double[] mean = mean(points);
        double[] sum = new double[mean.length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                sum[i] += (point[i] - mean[i]) * (point[i] - mean[i]);
            }
        }
        return Arrays.stream(sum)
                .map(s -> Math.sqrt(s / Math.max(1, points.length - 1)))
                .toArray();
    }

    /** Root mean square over coordinates of their standard deviations. */
    static double width(double[][] points) {
        return Math.sqrt(
                Arrays.stream(deviations(points)).map(s -> s * s).average().orElse(0));
    }

    /**
     * Points moved and narrowed (or widened) in every coordinate.
     *
     * @param points not modified
     * @param centre where their mean goes
     * @param like points whose standard deviations they get
     * @return as many points
     */
    static double[][] moved(double[][] points, double[] centre, double[][] like) {
        double[] mean = mean(points);
        double[] from = deviations(points);
        double[] to = deviations(like);
        double[][] moved = new double[points.length][centre.length];
        for (int k = 0; k < points.length; k++) {
            for (int i = 0; i < centre.length; i++) {
                double scale = from[i] > 0 ? to[i] / from[i] : 0;
                moved[k][i] = centre[i] + scale * (points[k][i] - mean[i]);
            }
        }
        return moved;
    }
}
