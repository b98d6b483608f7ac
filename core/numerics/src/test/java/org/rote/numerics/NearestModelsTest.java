package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;

final class NearestModelsTest {

    private static final long SEED = 20260621;

    private static double[][] normal(String name, int count, int dimension, double mean) {
        double[][] rows = new double[count][];
        for (int n = 0; n < count; n++) {
            double[] row = new double[dimension];
            var random = new SeededStreams(SEED, "nearest").random(name, n);
            for (int i = 0; i < dimension; i++) {
                row[i] = (float) (mean + random.nextGaussian());
            }
            rows[n] = row;
        }
        return rows;
    }

    private static TrainingMatrix matrix(double[][] rows, Storage storage) {
        TrainingMatrixBuilder builder = TrainingMatrix.builder(rows.length, rows[0].length, storage);
        for (double[] row : rows) {
            builder.add(row);
        }
        return builder.build();
    }

    private static double[] flat(double[][] rows) {
        return java.util.Arrays.stream(rows)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum());
    }

    /** Against sorting all distances; they agree to the rounding of a sum of squares. */
    private static void agreesWithSorting(double[][] models, double[][] states, Storage storage, int k) {
        Neighbours found =
                new NearestModels(matrix(models, storage), RunExecutor.SERIAL).find(flat(states), states.length, k);
        assertThat(found.k()).isEqualTo(Math.min(k, models.length));
        for (int b = 0; b < states.length; b++) {
            double[] state = states[b];
            int[] sorted = IntStream.range(0, models.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(n -> distance(state, models[n])))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int rank = 0; rank < found.k(); rank++) {
                double exact = distance(state, models[sorted[rank]]);
                assertThat(found.distance(b, rank))
                        .as("state %d, neighbour %d, seed %d", b, rank, SEED)
                        .isCloseTo(exact, org.assertj.core.api.Assertions.withinPercentage(1e-10));
                assertThat(distance(state, models[found.model(b, rank)])).isEqualTo(exact);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatSortingAllDistancesFinds(Storage storage) {
        agreesWithSorting(normal("models", 300, 41, 0), normal("states", 150, 41, 0), storage, 7);
    }

    /** Squared distances of 2 in squared norms of 4e8: in single precision nothing would be left of them. */
    @ParameterizedTest
    @EnumSource
    void findsNeighboursOfModelsFarFromTheOrigin(Storage storage) {
        agreesWithSorting(normal("models", 90, 41, 3000), normal("states", 20, 41, 3000), storage, 5);
    }

    @Test
    void givesTheDistanceZeroToACopyAndTheFirstOfEqualModels() {
        double[][] models = normal("models", 60, 11, 2000);
        models[40] = models[17].clone();
        Neighbours found =
                new NearestModels(matrix(models, Storage.FLOAT32), RunExecutor.SERIAL).find(models[17].clone(), 1, 3);
        assertThat(found.distance(0, 0)).isZero();
        assertThat(found.distance(0, 1)).isZero();
        assertThat(found.model(0, 0)).isEqualTo(17);
        assertThat(found.model(0, 1)).isEqualTo(40);
        assertThat(found.distance(0, 2)).isPositive();
    }

    @Test
    void keepsCloseModelsApartThatSinglePrecisionConfuses() {
        double[][] models = normal("models", 64, 5, 0);
        for (int n = 0; n < 64; n++) {
            models[n] = models[0].clone();
            models[n][2] += n * 1e-12;
        }
        double[] state = models[0].clone();
        state[2] += 20.2e-12;
        Neighbours found = new NearestModels(matrix(models, Storage.FLOAT64), RunExecutor.SERIAL).find(state, 1, 4);
        assertThat(IntStream.range(0, 4).map(rank -> found.model(0, rank))).containsExactly(20, 21, 19, 22);
    }

    @Test
    void leavesEachModelOutOfItsOwnNeighbours() {
        double[][] models = normal("models", 200, 9, 1);
        models[150] = models[3].clone();
        NearestModels nearest = new NearestModels(matrix(models, Storage.FLOAT64), RunExecutor.SERIAL);
        Neighbours others = nearest.findOthers(models.length, 4);
        Neighbours all = nearest.find(flat(models), models.length, 5);
        for (int n = 0; n < models.length; n++) {
            int self = n;
            int[] expected = IntStream.range(0, 5)
                    .map(rank -> all.model(self, rank))
                    .filter(model -> model != self)
                    .limit(4)
                    .toArray();
            assertThat(IntStream.range(0, 4)
                            .map(rank -> others.model(self, rank))
                            .toArray())
                    .as("model %d, seed %d", n, SEED)
                    .isEqualTo(expected);
        }
        assertThat(others.distance(3, 0)).isZero();
        assertThat(others.model(3, 0)).isEqualTo(150);
    }

    @Test
    void takesASingleModelAndMoreNeighboursThanThereAre() {
        double[][] one = normal("models", 1, 6, 0);
        NearestModels nearest = new NearestModels(matrix(one, Storage.FLOAT64), RunExecutor.SERIAL);
        assertThat(nearest.find(one[0], 1, 50).k()).isEqualTo(1);
        assertThat(nearest.find(one[0], 1, 50).distance(0, 0)).isZero();
        assertThatThrownBy(() -> nearest.findOthers(1, 1)).hasMessageContaining("have no others");
    }
}
