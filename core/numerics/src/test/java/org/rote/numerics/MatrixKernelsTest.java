package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every implementation of the kernels must do, and how one is chosen. */
class MatrixKernelsTest {

    private static final int SEED = 20261122;

    static Stream<Supplier<MatrixKernels>> implementations() {
        Supplier<MatrixKernels> plain = PlainKernels::new;
        return Kernels.vectorAvailable() ? Stream.of(plain, Kernels.choose("vector")) : Stream.of(plain);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void addsOneChainOfFusedMultiplyAddsToEachSum(Supplier<MatrixKernels> implementation) {
        MatrixKernels kernels = implementation.get();
        int width = kernels.panelWidth();
        for (int depth : List.of(1, 2, 3, 4, 5, 8, 31, 256)) {
            for (int tiles : List.of(1, 2, 5)) {
                checkChains(kernels, width, depth, tiles);
            }
        }
    }

    private static void checkChains(MatrixKernels kernels, int width, int depth, int tiles) {
        SplittableRandom random = new SplittableRandom(SEED);
        int rows = tiles * MatrixKernels.TILE;
        int leftStride = depth * MatrixKernels.TILE + 3;
        int sumStride = width + 5;
        float[] left = normals(random, 7 + tiles * leftStride);
        float[] right = normals(random, 11 + depth * width);
        float[] sum = normals(random, 13 + rows * sumStride);
        float[] before = sum.clone();

        kernels.multiplyAdd(tiles, depth, left, 7, leftStride, right, 11, sum, 13, sumStride);

        float[] expected = before.clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                float chain = 0;
                for (int p = 0; p < depth; p++) {
                    int l = 7 + i / MatrixKernels.TILE * leftStride + p * MatrixKernels.TILE + i % MatrixKernels.TILE;
                    chain = Math.fma(left[l], right[11 + p * width + j], chain);
                }
                expected[13 + i * sumStride + j] += chain;
            }
        }
        assertThat(sum)
                .as("%s, depth %d, tiles %d, seed %d", kernels.getClass().getSimpleName(), depth, tiles, SEED)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void addsSquaredDifferencesInSixteenChains(Supplier<MatrixKernels> implementation) {
        MatrixKernels kernels = implementation.get();
        for (int length : List.of(0, 1, 7, 15, 16, 17, 31, 32, 100, 256)) {
            SplittableRandom random = new SplittableRandom(SEED);
            double[] x = random.doubles(length + 3).toArray();
            double[] y = random.doubles(length).toArray();
            double[] chains = new double[MatrixKernels.CHAINS];
            for (int i = 0; i < length; i++) {
                double difference = x[3 + i] - y[i];
                chains[i % MatrixKernels.CHAINS] = Math.fma(difference, difference, chains[i % MatrixKernels.CHAINS]);
            }
            double expected = 0;
            for (double chain : chains) {
                expected += chain;
            }
            assertThat(kernels.squaredDistance(x, 3, y, length))
                    .as("%s, length %d, seed %d", kernels.getClass().getSimpleName(), length, SEED)
                    .isEqualTo(expected);
        }
    }

    private static float[] normals(SplittableRandom random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void panelsFitTheBlocksOfTheProducts(Supplier<MatrixKernels> implementation) {
        int width = implementation.get().panelWidth();
        assertThat(width).isBetween(4, 64);
        assertThat(64 % width).as("64 over %d", width).isZero();
    }

    @Test
    void theVectorApiIsChosenWhereItsModuleIsPresent() {
        assumeTrue(Kernels.vectorAvailable(), "started without --add-modules jdk.incubator.vector");
        assertThat(Kernels.choose("automatic").get()).isInstanceOf(VectorKernels.class);
        assertThat(Kernels.choose("plain").get()).isInstanceOf(PlainKernels.class);
    }

    @Test
    void refusesAWishItDoesNotKnow() {
        assertThatThrownBy(() -> Kernels.choose("fast"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("property org.rote.numerics.kernels must be automatic, plain or vector, got \"fast\"");
    }
}
