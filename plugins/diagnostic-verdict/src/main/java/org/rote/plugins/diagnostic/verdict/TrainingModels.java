package org.rote.plugins.diagnostic.verdict;

import java.util.Arrays;
import org.rote.numerics.ConvexHull;
import org.rote.numerics.NearestModels;
import org.rote.numerics.Neighbours;
import org.rote.numerics.TrainingMatrix;
import org.rote.numerics.TrainingMatrixBuilder;
import org.rote.spi.RunExecutor;

/**
 * A training set, and two scores of how much a point owes it.
 *
 * <p>The closeness d₁ / mean(d₂ … d₁₀) is near 0 for a copy of one model. Few neighbours, so that it looks at the neighbourhood and not at the whole set. The hull ratio h / d₁, h the distance to the convex hull of all models, is 0 for an average of some and near 1 beside one.
 *
 * <p>Cost of a hull ratio: N d multiplications for each of about twenty steps.
 */
final class TrainingModels {

    /** The nearest and nine that it is compared with. */
    private static final int NEIGHBOURS = 10;

    /** Vertices that a foot on the hull is looked for among, at most. */
    private static final int MOST_STEPS = 40;

    /** Steps between vertices: a foot deep within a face takes very many to settle, and need not. */
    private static final int STEPS_A_VERTEX = 200;

    /** A share of the squared distance: what a further vertex must promise, and what is left to gain among those there are, of that promise. */
    private static final double ACCURACY = 0.02;

    /** Scores below it are 0: a copy, or an average, up to rounding. Nothing with a density comes so close. */
    private static final double SAME = 1e-6;

    private static final int NONE = -1;

    private final double[][] models;
    private final NearestModels nearest;
    private final RunExecutor executor;

    TrainingModels(double[][] models, RunExecutor executor) {
        this.models = models;
        this.executor = executor;
        TrainingMatrixBuilder builder = TrainingMatrix.builder(models.length, models[0].length);
        Arrays.stream(models).forEach(builder::add);
        this.nearest = new NearestModels(builder.build(), executor);
    }

    int count() {
        return models.length;
    }

    double[] model(int n) {
        return models[n];
    }

    /** d₁ of each point. */
    double[] distances(double[][] points) {
        Neighbours found = find(points, 1);
        double[] distances = new double[points.length];
        Arrays.setAll(distances, k -> found.distance(k, 0));
        return distances;
    }

    double[] closeness(double[][] points) {
        return closeness(find(points, NEIGHBOURS));
    }

    /** Of the first training models, each left out. */
    double[] closenessOfOthers(int number) {
        return closeness(nearest.findOthers(number, NEIGHBOURS));
    }

    private Neighbours find(double[][] points, int neighbours) {
        double[] flat = Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray();
        return nearest.find(flat, points.length, neighbours);
    }

    private static double[] closeness(Neighbours found) {
        double[] scores = new double[found.number()];
        Arrays.setAll(scores, k -> {
            double sum = 0;
            for (int j = 1; j < found.k(); j++) {
                sum += found.distance(k, j);
            }
            double score = sum == 0 ? 0 : found.distance(k, 0) * (found.k() - 1) / sum;
            return score < SAME ? 0 : score;
        });
        return scores;
    }

    double[] hullRatios(double[][] points) {
        Neighbours found = find(points, 1);
        double[] ratios = new double[points.length];
        executor.forEach(points.length, k -> ratios[k] = hullRatio(points[k], found.model(k, 0), NONE));
        return ratios;
    }

    /** Of the first training models, each left out. */
    double[] hullRatiosOfOthers(int number) {
        Neighbours found = nearest.findOthers(number, 1);
        double[] ratios = new double[number];
        executor.forEach(number, k -> ratios[k] = hullRatio(models[k], found.model(k, 0), k));
        return ratios;
    }

    private double hullRatio(double[] point, int start, int leftOut) {
        ConvexHull hull = new ConvexHull(minus(models[start], point));
        double nearest = hull.distance();
        double distance = nearest;
        for (int step = 0; step < MOST_STEPS && distance > SAME * nearest; step++) {
            double[] direction = hull.displacement();
            int next = leastAlong(direction, leftOut);
            double[] difference = minus(models[next], point);
            double gain = distance * distance - product(difference, direction);
            if (gain <= ACCURACY * distance * distance) {
                break;
            }
            hull.add(difference);
            hull.settle(ACCURACY * gain, STEPS_A_VERTEX);
            distance = hull.distance();
        }
        return nearest == 0 ? 1 : distance <= SAME * nearest ? 0 : distance / nearest;
    }

    /** The model that lies furthest against a direction. */
    private int leastAlong(double[] direction, int leftOut) {
        int best = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < models.length; n++) {
            double product = n == leftOut ? Double.POSITIVE_INFINITY : product(models[n], direction);
            if (product < least) {
                least = product;
                best = n;
            }
        }
        return best;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /** Four sums, which do not wait for each other. */
    private static double product(double[] a, double[] b) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            first += a[i] * b[i];
        }
        return first + second + (third + fourth);
    }
}
