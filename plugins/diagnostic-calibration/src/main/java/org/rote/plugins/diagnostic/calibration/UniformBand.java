package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;

/**
 * Where the empirical distribution function of n independent uniform numbers stays with probability 0.95, at all points together: between binomial quantiles of one level γ, which is found from the exact probability that a
 * level holds (Säilynoja, Bürkner &amp; Vehtari, 2022: the counts below successive points are a Markov chain with binomial increments). Told at 100 points at most.
 *
 * <p>Cost: up to 100 times the square of the width of the band in counts, for each probability.
 */
final class UniformBand {

    private static final double OUTSIDE = 0.05;
    private static final int MOST_POINTS = 100;
    private static final int HALVINGS = 40;

    /** Of probabilities: they are what some hundred thousand terms leave of 1. */
    private static final double ACCURACY = 1e-12;

    private final int count;
    private final double[] points;
    private final double[] logFactorial;
    private final double criticalLevel;

    /** P(X ≤ c) of X binomial(n, point), a row for each point. */
    private final double[][] below;

    /** P(X ≥ c), summed from its own end, so that small ones are exact too. */
    private final double[][] above;

    /**
     * The band.
     *
     * @param count n, at least 2
     */
    UniformBand(int count) {
        this.count = count;
        int steps = Math.min(count, MOST_POINTS);
        points = new double[steps - 1];
        Arrays.setAll(points, i -> (i + 1.0) / steps);
        logFactorial = new double[count + 1];
        for (int i = 1; i <= count; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
        below = new double[points.length][];
        above = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            double[] mass = new double[count + 1];
            double point = points[i];
            Arrays.setAll(mass, c -> binomial(count, c, point));
            below[i] = mass.clone();
            above[i] = mass;
            for (int c = 1; c <= count; c++) {
                below[i][c] = Math.min(1, below[i][c] + below[i][c - 1]);
            }
            for (int c = count - 1; c >= 0; c--) {
                above[i][c] = Math.min(1, above[i][c] + above[i][c + 1]);
            }
        }
        criticalLevel = criticalLevel();
    }

    private double binomial(int trials, int successes, double probability) {
        if (probability >= 1) {
            return successes == trials ? 1 : 0;
        }
        return Math.exp(logFactorial[trials]
                - logFactorial[successes]
                - logFactorial[trials - successes]
                + successes * Math.log(probability)
                + (trials - successes) * Math.log1p(-probability));
    }

    /** Twice the lesser binomial tail of a count at a point. */
    private double level(int point, int at) {
        return 2 * Math.min(below[point][at], above[point][at]);
    }

    /** Twice the least binomial tail of what is observed at the points: of several sets the one of the least level strays farthest. */
    double level(double[] uniform) {
        int[] counts = counts(uniform);
        double least = 2;
        for (int i = 0; i < points.length; i++) {
            least = Math.min(least, level(i, counts[i]));
        }
        return least;
    }

    private int[] counts(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] counts = new int[points.length];
        int at = 0;
        for (int i = 0; i < points.length; i++) {
            while (at < count && sorted[at] <= points[i]) {
                at++;
            }
            counts[i] = at;
        }
        return counts;
    }

    /** How often n uniform numbers are above a level at all points. */
    private double holding(double level) {
        double[] reached = {1};
        int first = 0;
        double before = 0;
        for (int i = 0; i < points.length; i++) {
            int lower = lowest(i, level);
            int upper = highest(i, level);
            if (lower > upper) {
                return 0;
            }
            double step = (points[i] - before) / (1 - before);
            double[] next = new double[upper - lower + 1];
            for (int k = 0; k < reached.length; k++) {
                int from = first + k;
                for (int to = Math.max(from, lower); to <= upper; to++) {
                    next[to - lower] += reached[k] * binomial(count - from, to - from, step);
                }
            }
            reached = next;
            first = lower;
            before = points[i];
        }
        return Arrays.stream(reached).sum();
    }

    /** The least count at a point whose level is greater. */
    private int lowest(int point, double level) {
        int at = 0;
        while (at <= count && 2 * below[point][at] <= level) {
            at++;
        }
        return at;
    }

    private int highest(int point, double level) {
        int at = count;
        while (at >= 0 && 2 * above[point][at] <= level) {
            at--;
        }
        return at;
    }

    /** Where the band is told. */
    double[] points() {
        return points.clone();
    }

    /** How far below the diagonal the distribution function may be, at the points. */
    double[] lower() {
        double[] lower = points.clone();
        Arrays.setAll(lower, i -> (double) lowest(i, criticalLevel) / count - points[i]);
        return lower;
    }

    /** How far above the diagonal. */
    double[] upper() {
        double[] upper = points.clone();
        Arrays.setAll(upper, i -> (double) highest(i, criticalLevel) / count - points[i]);
        return upper;
    }

    /** The greatest level that holds with at least the wanted probability. */
    private double criticalLevel() {
        double holds = 0;
        double fails = 1;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = 0.5 * (holds + fails);
            if (holding(middle) >= 1 - OUTSIDE) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
        return holds;
    }

    /** The empirical distribution function of some numbers less the diagonal, at the points. */
    double[] differences(double[] values) {
        int[] counts = counts(values);
        double[] differences = new double[points.length];
        Arrays.setAll(differences, i -> (double) counts[i] / count - points[i]);
        return differences;
    }

    /** The share of sets of independent uniform numbers that stray at least as far: below 0.05 outside the band; 1e-12 stands for less. */
    double probability(double[] values) {
        return Math.max(ACCURACY, 1 - holding(level(values)));
    }
}
