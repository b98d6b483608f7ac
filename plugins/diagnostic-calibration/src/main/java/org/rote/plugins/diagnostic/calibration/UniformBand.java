package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Where the empirical distribution function of n independent uniform numbers stays with probability 0.95, at all points together: between binomial quantiles of one level γ, found by simulation (Säilynoja, Bürkner
 * &amp; Vehtari, 2022).
 */
final class UniformBand {

    private static final int SIMULATIONS = 2000;
    private static final double OUTSIDE = 0.05;
    private static final int MOST_POINTS = 100;

    private final int count;
    private final double[] points;

    /** P(X ≤ c) of X binomial(n, point), a row for each point. */
    private final double[][] distribution;

    /** Level at which each simulated set would just be outside, ascending. */
    private final double[] levels = new double[SIMULATIONS];

    /**
     * The band.
     *
     * @param count n, at least 2
     * @param random for the simulation
     */
    UniformBand(int count, RandomGenerator random) {
        this.count = count;
        int steps = Math.min(count, MOST_POINTS);
        points = new double[steps - 1];
        Arrays.setAll(points, i -> (i + 1.0) / steps);
        distribution = new double[points.length][];
        Arrays.setAll(distribution, i -> binomial(count, points[i]));
        for (int s = 0; s < SIMULATIONS; s++) {
            levels[s] = level(random.doubles(count).toArray());
        }
        Arrays.sort(levels);
    }

    private static double[] binomial(int count, double probability) {
        double[] cumulative = new double[count + 1];
        double odds = Math.log(probability) - Math.log1p(-probability);
        double log = count * Math.log1p(-probability);
        double sum = 0;
        for (int c = 0; c <= count; c++) {
            sum += Math.exp(log);
            cumulative[c] = Math.min(1, sum);
            log += Math.log((count - c) / (c + 1.0)) + odds;
        }
        return cumulative;
    }

    /** Twice the least binomial tail of what is observed at the points. */
    private double level(double[] uniform) {
        double[] sorted = uniform.clone();
        Arrays.sort(sorted);
        double least = 1;
        int below = 0;
        for (int i = 0; i < points.length; i++) {
            while (below < count && sorted[below] <= points[i]) {
                below++;
            }
            double upper = below == 0 ? 1 : 1 - distribution[i][below - 1];
            least = Math.min(least, 2 * Math.min(distribution[i][below], upper));
        }
        return least;
    }

    /** Where the band is told. */
    double[] points() {
        return points.clone();
    }

    /** How far below the diagonal the distribution function may be, at the points. */
    double[] lower() {
        return bound(criticalLevel() / 2);
    }

    /** How far above the diagonal. */
    double[] upper() {
        return bound(1 - criticalLevel() / 2);
    }

    private double criticalLevel() {
        return levels[(int) (OUTSIDE * SIMULATIONS)];
    }

    private double[] bound(double probability) {
        double[] bound = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            int c = 0;
            while (c < count && distribution[i][c] < probability) {
                c++;
            }
            bound[i] = (double) c / count - points[i];
        }
        return bound;
    }

    /** The empirical distribution function of some numbers less the diagonal, at the points. */
    double[] differences(double[] values) {
        double[] differences = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double at = points[i];
            differences[i] = (double) Arrays.stream(values).filter(x -> x <= at).count() / count - at;
        }
        return differences;
    }

    /** The share of sets of independent uniform numbers that stray at least as far: below 0.05 outside the band. */
    double probability(double[] values) {
        double own = level(values);
        return (1.0 + Arrays.stream(levels).filter(level -> level <= own).count()) / (SIMULATIONS + 1);
    }
}
