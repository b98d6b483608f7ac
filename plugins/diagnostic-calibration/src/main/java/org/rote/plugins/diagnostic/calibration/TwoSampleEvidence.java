package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Finding;
import org.rote.spi.Severity;
import org.rote.spi.Value;

/** What three tests say of two pooled samples, draws first, then as many of the reference. */
final class TwoSampleEvidence {

    /** Coordinates that the logistic classifier looks at: some points are left for each of its coefficients. */
    private static final int MOST_FEATURES = 32;

    private final Case subject;
    private final String reference;
    private final double[][] points;
    private final int permutations;

    TwoSampleEvidence(Case subject, String reference, double[][] pool, int permutations) {
        this.subject = subject;
        this.reference = reference;
        this.points = standardised(pool);
        this.permutations = permutations;
    }

    /** Every coordinate over its standard deviation in the pool, so that none counts more for its unit. */
    private static double[][] standardised(double[][] pool) {
        double[][] points = new double[pool.length][pool[0].length];
        for (int i = 0; i < pool[0].length; i++) {
            int at = i;
            Moments moments =
                    Moments.of(Arrays.stream(pool).mapToDouble(row -> row[at]).toArray());
            double scale = moments.variance() > 0 ? 1 / Math.sqrt(moments.variance()) : 0;
            for (int k = 0; k < pool.length; k++) {
                points[k][i] = (pool[k][i] - moments.mean()) * scale;
            }
        }
        return points;
    }

    Conclusion conclusion() {
        boolean[] labels = labels(points.length);
        PairDistances distances = new PairDistances(points, subject.executor());
        PairDistances.Kernel kernel = distances.kernel(distances.median());
        int[][] nearest = distances.nearest();
        return new Conclusion(
                List.of(
                        finding(
                                "mmd-squared",
                                "squared maximum mean discrepancy, unbiased, with a Gaussian kernel as wide as the median distance; 0 on average where both are one distribution",
                                test("mmd-squared", labels, kernel::discrepancy),
                                "Gretton, Borgwardt, Rasch, Schölkopf & Smola (2012)"),
                        finding(
                                "nearest-neighbour-accuracy",
                                "share of points whose nearest other point is of the same sample; about 0.5 where nothing tells them apart, 1 where all does",
                                test(
                                        "nearest-neighbour-accuracy",
                                        labels,
                                        dealt -> PairDistances.accuracy(nearest, dealt)),
                                "Lopez-Paz & Oquab (2017), leaving one out"),
                        finding(
                                "logistic-accuracy",
                                "share of points of one half that a logistic classifier on coordinates and their squares, trained on the other half, puts into the right sample; about 0.5 where shift and width tell nothing apart",
                                logistic(),
                                "Lopez-Paz & Oquab (2017)")),
                List.of());
    }

    private static boolean[] labels(int count) {
        boolean[] labels = new boolean[count];
        Arrays.fill(labels, 0, count / 2, true);
        return labels;
    }

    private PermutationTest test(String name, boolean[] labels, ToDoubleFunction<boolean[]> of) {
        return PermutationTest.of(labels, of, permutations, subject.random("permutations of " + name, 0));
    }

    /** Every second point of either sample is for training; labels of the others are dealt. */
    private PermutationTest logistic() {
        int size = points[0].length;
        int features = Math.min(size, MOST_FEATURES);
        double[][] seen = Arrays.stream(points)
                .map(point -> IntStream.range(0, features)
                        .mapToDouble(i -> point[(int) ((long) i * size / features)])
                        .toArray())
                .toArray(double[][]::new);
        boolean[] labels = labels(points.length);
        int[] training =
                IntStream.range(0, points.length).filter(k -> k % 2 == 0).toArray();
        int[] testing =
                IntStream.range(0, points.length).filter(k -> k % 2 == 1).toArray();
        LogisticClassifier classifier = LogisticClassifier.trained(rows(seen, training), labels(labels, training));
        boolean[] told = new boolean[testing.length];
        for (int k = 0; k < testing.length; k++) {
            told[k] = classifier.label(seen[testing[k]]);
        }
        return test("logistic-accuracy", labels(labels, testing), dealt -> agreement(told, dealt));
    }

    private static double[][] rows(double[][] of, int[] indices) {
        return Arrays.stream(indices).mapToObj(k -> of[k]).toArray(double[][]::new);
    }

    private static boolean[] labels(boolean[] of, int[] indices) {
        boolean[] labels = new boolean[indices.length];
        for (int k = 0; k < indices.length; k++) {
            labels[k] = of[indices[k]];
        }
        return labels;
    }

    private static double agreement(boolean[] told, boolean[] labels) {
        int same = 0;
        for (int k = 0; k < told.length; k++) {
            same += told[k] == labels[k] ? 1 : 0;
        }
        return (double) same / told.length;
    }

    private Finding finding(String name, String meaning, PermutationTest test, String source) {
        return new Finding(
                name,
                Value.of(test.statistic()),
                "1",
                OptionalDouble.of(test.threshold()),
                test.isSignificant() ? Severity.WARNING : Severity.INFO,
                meaning + "; " + points.length / 2 + " draws beside as many of \"" + reference
                        + "\". With labels dealt at random a share of "
                        + String.format(Locale.ROOT, "%.3g", test.probability())
                        + " is at least as great"
                        + (test.isSignificant()
                                ? ": the draws are not of the reference's distribution, or depend on each other as those of a chain do"
                                : ""),
                source);
    }
}
