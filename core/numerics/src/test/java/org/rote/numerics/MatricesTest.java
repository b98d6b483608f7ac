package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;

class MatricesTest {

    private static final long SEED = 17;

    /** Rounding of sums of up to 300 products below one. */
    private static final double ROUNDING = 1e-12;

    /** Runs the tasks in whatever order threads take them. */
    private static final RunExecutor PARALLEL = new RunExecutor() {
        @Override
        public int parallelism() {
            return 4;
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            IntStream.range(0, tasks).parallel().forEach(task);
        }
    };

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 3, 4", "65, 129, 257", "3, 300, 5", "130, 1, 2", "2, 0, 3"})
    void agreesWithTheDefinition(int rows, int inner, int columns) {
        double[] a = numbers("a", rows * inner);
        double[] b = numbers("b", inner * columns);
        double[] transposed = new double[b.length];
        double[] expected = new double[rows * columns];
        for (int k = 0; k < inner; k++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * inner + k] = b[k * columns + j];
                for (int i = 0; i < rows; i++) {
                    expected[i * columns + j] += a[i * inner + k] * b[k * columns + j];
                }
            }
        }
        double[] out = numbers("old", rows * columns);
        double[] outTransposed = numbers("old", rows * columns);

        Matrices.multiply(a, rows, inner, b, columns, out, RunExecutor.SERIAL);
        Matrices.multiplyTransposed(a, rows, inner, transposed, columns, outTransposed, RunExecutor.SERIAL);

        assertThat(out).as("seed %d", SEED).containsExactly(expected, within(ROUNDING));
        assertThat(outTransposed).as("seed %d", SEED).containsExactly(expected, within(ROUNDING));
    }

    @Test
    void givesTheSameBitsOnSeveralThreads() {
        double[] a = numbers("a", 200 * 150);
        double[] serial = new double[200 * 200];
        double[] parallel = new double[200 * 200];
        Matrices.multiplyTransposed(a, 200, 150, a, 200, serial, RunExecutor.SERIAL);
        Matrices.multiplyTransposed(a, 200, 150, a, 200, parallel, PARALLEL);

        assertThat(parallel).containsExactly(serial);
    }

    @Test
    void rejectsArraysThatAreTooShort() {
        assertThatThrownBy(() ->
                        Matrices.multiply(new double[6], 2, 3, new double[5], 2, new double[4], RunExecutor.SERIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("product: arrays of 6, 5 and 4 numbers are too short for rows=2, inner=3, columns=2");
    }

    private static double[] numbers(String purpose, int count) {
        RandomGenerator random = new SeededStreams(SEED, "matrices").random(purpose, 0);
        return random.doubles(count, -1, 1).toArray();
    }
}
