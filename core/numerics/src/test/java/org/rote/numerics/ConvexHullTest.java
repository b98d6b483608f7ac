package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ConvexHullTest {

    private static final double EXACT = 1e-6;

    @Test
    void findsFootsOnVertexEdgeAndFaceOfATriangle() {
        assertThat(ConvexHull.nearest(new double[] {1, 1, 2, 1, 1, 3}, 3).distance())
                .isCloseTo(Math.sqrt(2), within(EXACT));
        ConvexHull edge = ConvexHull.nearest(new double[] {-1, 2, 3, 2, 0, 7}, 3);
        assertThat(edge.distance()).isCloseTo(2, within(EXACT));
        assertThat(edge.weights()).containsExactly(new double[] {0.75, 0.25, 0}, within(EXACT));
        assertThat(ConvexHull.nearest(new double[] {-1, -1, 2, -1, -1, 3}, 3).distance())
                .isCloseTo(0, within(EXACT));
    }

    @Test
    void givesTheDistanceToASinglePointAndZeroToACopy() {
        assertThat(ConvexHull.nearest(new double[] {3, 4}, 1).distance()).isCloseTo(5, within(EXACT));
        assertThat(ConvexHull.nearest(new double[] {3, 4, 0, 0}, 2).distance()).isZero();
    }

    /** At the nearest point p of a hull, ⟨v_n − p, p⟩ ≥ 0 for all vertices; all random. */
    @Test
    void meetsTheConditionOfTheNearestPoint() {
        long seed = 20260625;
        SplittableRandom random = new SplittableRandom(seed);
        int count = 40;
        int size = 12;
        for (int trial = 0; trial < 50; trial++) {
            double[] v = new double[count * size];
            Arrays.setAll(v, i -> 1.2 * (i % size == 0 ? 1 : 0) + random.nextGaussian());
            ConvexHull hull = ConvexHull.nearest(v, count);
            double[] p = new double[size];
            for (int i = 0; i < v.length; i++) {
                p[i % size] += hull.weights()[i / size] * v[i];
            }
            double squared = Arrays.stream(p).map(x -> x * x).sum();
            assertThat(Math.sqrt(squared))
                    .as("seed %d, trial %d", seed, trial)
                    .isCloseTo(hull.distance(), within(EXACT));
            assertThat(Arrays.stream(hull.weights()).sum()).isCloseTo(1, within(EXACT));
            for (int n = 0; n < count; n++) {
                double product = 0;
                for (int i = 0; i < size; i++) {
                    product += v[n * size + i] * p[i];
                }
                assertThat(product)
                        .as("seed %d, trial %d, vertex %d", seed, trial, n)
                        .isGreaterThan(squared - EXACT);
            }
        }
    }
}
