package org.rote.plugins.diagnostic.comparison;

import java.util.Arrays;
import org.rote.numerics.Vectors;
import org.rote.spi.RunExecutor;
import org.rote.spi.Streams;

/**
 * The sliced Wasserstein distance of order two between two sets of as many points: the root of the mean over directions θ of (1/K) Σ_k (a_(k) − b_(k))², where a and b are
 * the points' products with θ in ascending order. Directions are uniform on the unit sphere; with one unknown there is only one.
 *
 * <p>Two sets that differ by a shift s are √(|s|²/d) apart in the mean: the root-mean-square shift of a value. Source: Rabin, Peyré, Delon and Bernot (2012); Bonneel, Rabin, Peyré
 * and Pfister (2015).
 */
final class SlicedWasserstein {

    private static final int DIRECTIONS = 128;

    private final double[][] directions;

    private SlicedWasserstein(double[][] directions) {
        this.directions = directions;
    }

    static SlicedWasserstein along(int size, Streams streams) {
        double[][] directions = new double[size == 1 ? 1 : DIRECTIONS][];
        for (int p = 0; p < directions.length; p++) {
            directions[p] = Vectors.normal(streams.random("against-reference-directions", p), size);
            Vectors.scale(directions[p], 1 / Vectors.norm(directions[p]));
        }
        return new SlicedWasserstein(directions);
    }

    /** The products of a point with all directions. */
    double[] project(double[] point) {
        double[] products = new double[directions.length];
        Arrays.setAll(products, p -> Vectors.dot(directions[p], point));
        return products;
    }

    /** Sorts projected points along each direction. */
    double[][] sorted(double[][] projected, RunExecutor executor) {
        return executor.map(directions.length, p -> {
                    double[] line = new double[projected.length];
                    Arrays.setAll(line, k -> projected[k][p]);
                    Arrays.sort(line);
                    return line;
                })
                .toArray(double[][]::new);
    }

    /** The distance between two sets that were {@link #sorted}. */
    static double between(double[][] first, double[][] second) {
        double sum = 0;
        for (int p = 0; p < first.length; p++) {
            sum += Vectors.squaredDistance(first[p], second[p]) / first[p].length;
        }
        return Math.sqrt(sum / first.length);
    }
}
