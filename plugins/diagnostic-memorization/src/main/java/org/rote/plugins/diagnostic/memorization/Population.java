package org.rote.plugins.diagnostic.memorization;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.rote.numerics.Neighbours;

/**
 * Points of one kind and their ratios under every {@link Measure}.
 *
 * @param key kebab-case, for names of arrays
 * @param label for people
 * @param ratios by measure: one number a point
 */
record Population(String key, String label, Map<Measure, double[]> ratios) {

    private static final double CONFIDENCE = 0.95;

    static Population of(String key, String label, Neighbours neighbours) {
        Map<Measure, double[]> ratios = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            double[] each = new double[neighbours.number()];
            Arrays.setAll(each, point -> measure.of(neighbours, point));
            ratios.put(measure, each);
        }
        return new Population(key, label, ratios);
    }

    /** Both, of one kind. */
    Population and(Population other) {
        Map<Measure, double[]> both = new EnumMap<>(Measure.class);
        ratios.forEach((measure, mine) -> {
            double[] theirs = other.ratios(measure);
            double[] joined = Arrays.copyOf(mine, mine.length + theirs.length);
            System.arraycopy(theirs, 0, joined, mine.length, theirs.length);
            both.put(measure, joined);
        });
        return new Population(key, label, both);
    }

    int count() {
        return ratios(Measure.RATIO_TO_MEAN).length;
    }

    double[] ratios(Measure measure) {
        return Objects.requireNonNull(ratios.get(measure));
    }

    /** Share of points that count as memorized. */
    double rate(Measure measure) {
        return rate(ratios(measure), measure.threshold());
    }

    private static double rate(double[] ratios, double threshold) {
        return (double) Arrays.stream(ratios).filter(ratio -> ratio < threshold).count() / ratios.length;
    }

    /**
     * The probability that a point of this population is closer to its nearest training model, by the measure, than one of the other, ties counted half: the area under the curve of a classifier that tells them apart.
     */
    double closerThan(Population other, Measure measure) {
        double[] theirs = other.ratios(measure).clone();
        Arrays.sort(theirs);
        double sum = 0;
        for (double ratio : ratios(measure)) {
            int below = first(theirs, ratio, false);
            int notAbove = first(theirs, ratio, true);
            sum += theirs.length - notAbove + 0.5 * (notAbove - below);
        }
        return sum / ((double) count() * theirs.length);
    }

    /** How many of the sorted numbers are less than one, or not greater. */
    private static int first(double[] sorted, double value, boolean beyondEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = beyondEqual ? sorted[middle] <= value : sorted[middle] < value;
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * By how much this population's rate exceeds another's, with the ends of its 95 % interval over resampled points of both (Efron, 1979, percentile bootstrap).
     *
     * @return excess, lower end, upper end
     */
    double[] excess(Population other, Measure measure, RandomGenerator random, int resamples) {
        double mine = rate(measure);
        double theirs = other.rate(measure);
        double[] differences = new double[resamples];
        Arrays.setAll(differences, b -> resampled(mine, count(), random) - resampled(theirs, other.count(), random));
        Arrays.sort(differences);
        int outside = (int) (resamples * (1 - CONFIDENCE) / 2);
        return new double[] {mine - theirs, differences[outside], differences[resamples - 1 - outside]};
    }

    /** The rate of a resample: points are memorized or not, so it is a binomial count. */
    private static double resampled(double rate, int count, RandomGenerator random) {
        int hits = 0;
        for (int i = 0; i < count; i++) {
            hits += random.nextDouble() < rate ? 1 : 0;
        }
        return (double) hits / count;
    }
}
