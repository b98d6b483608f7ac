package org.rote.plugins.diagnostic.collapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.spi.RunExecutor;

/**
 * The sliced Wasserstein distance between two sets of equally many points (Rabin et al., 2011; Bonneel et al., 2015): the root mean square, over random directions θ, of the 2-Wasserstein distances
 * of the projections θᵀx, each of which is that between sorted numbers. For one unknown there is one direction.
 *
 * <p>Cost: a scalar product for each point and direction, then sorting. Memory: the projections, and as many fields as directions.
 */
final class Projections {

    /** How many directions. */
    static final int DIRECTIONS = 64;

    private final double[][] directions;
    private final RunExecutor executor;

    Projections(int size, RandomGenerator random, RunExecutor executor) {
        this.directions = new double[size == 1 ? 1 : DIRECTIONS][size];
        this.executor = executor;
        for (double[] direction : directions) {
            Arrays.setAll(direction, i -> random.nextGaussian());
            double length = Math.sqrt(Arrays.stream(direction).map(v -> v * v).sum());
            Arrays.setAll(direction, i -> direction[i] / length);
        }
    }

    /** A set of points as its projections. */
    Shadow shadow() {
        return new Shadow();
    }

    /** The projections of a growing set of points. */
    final class Shadow {
        private final List<double[]> points = new ArrayList<>();

        /** Takes points, one after another. */
        void accept(double[] values) {
            int size = directions[0].length;
            points.addAll(executor.map(values.length / size, k -> project(values, k * size)));
        }

        private double[] project(double[] values, int offset) {
            double[] projected = new double[directions.length];
            for (int d = 0; d < projected.length; d++) {
                double[] direction = directions[d];
                double sum = 0;
                for (int i = 0; i < direction.length; i++) {
                    sum += direction[i] * values[offset + i];
                }
                projected[d] = sum;
            }
            return projected;
        }

        /** The distance to a set of as many points. */
        double distance(Shadow other) {
            List<Double> squares = executor.map(directions.length, d -> {
                double[] here = sorted(d);
                double[] there = other.sorted(d);
                double sum = 0;
                for (int k = 0; k < here.length; k++) {
                    sum += (here[k] - there[k]) * (here[k] - there[k]);
                }
                return sum / here.length;
            });
            return Math.sqrt(
                    squares.stream().mapToDouble(Double::doubleValue).average().orElse(0));
        }

        private double[] sorted(int d) {
            return points.stream().mapToDouble(point -> point[d]).sorted().toArray();
        }
    }
}
