package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.spi.Covariance;
import org.rote.spi.NumericsException;
import org.rote.spi.SeededStreams;
import org.rote.testkit.CovarianceContract;

class CovariancesTest {

    private static final long SEED = 3;

    /** Rounding of sums of six terms in matrices of condition below a thousand. */
    private static final double ROUNDING = 1e-11;

    private record Sample(String name, Covariance covariance, double[] matrix) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> everyKind() {
        RandomGenerator random = new SeededStreams(SEED, "covariances").random("matrices", 0);
        double[] diagonal = random.doubles(6, 0.5, 2).toArray();
        double[] factor = random.doubles(12, -1, 1).toArray();
        double[] wide = random.doubles(48, -1, 1).toArray();
        double[] first = correlation(2, 0.7);
        double[] second = correlation(3, 1.5);
        double[] full = plus(product(wide, 6, 8), identity(6, 0.1));
        return Stream.of(
                new Sample("isotropic", Covariances.isotropic(6, 0.3), identity(6, 0.3)),
                new Sample("diagonal", Covariances.diagonal(diagonal), diagonalMatrix(diagonal)),
                new Sample("dense", Covariances.dense(6, full), full),
                new Sample(
                        "low rank",
                        Covariances.lowRank(0.2, 6, 2, factor),
                        plus(product(factor, 6, 2), identity(6, 0.2))),
                new Sample(
                        "rank above size",
                        Covariances.lowRank(0.2, 6, 8, wide),
                        plus(product(wide, 6, 8), identity(6, 0.2))),
                new Sample(
                        "separable",
                        Covariances.separable(List.of(first, second), 0.01),
                        plus(kronecker(first, second), identity(6, 0.01))),
                new Sample("separable in one axis", Covariances.separable(List.of(second), 0), second),
                new Sample("of one unknown", Covariances.dense(1, new double[] {4}), new double[] {4}));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void appliesTheMatrix(Sample sample) {
        assertThat(Covariances.toMatrix(sample.covariance()))
                .as("seed %d", SEED)
                .containsExactly(sample.matrix(), within(ROUNDING));
    }

    @Nested
    class Isotropic extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return everyKind().toList().get(0).covariance();
        }
    }

    @Nested
    class Diagonal extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return everyKind().toList().get(1).covariance();
        }
    }

    @Nested
    class Dense extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return everyKind().toList().get(2).covariance();
        }
    }

    @Nested
    class LowRank extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return everyKind().toList().get(3).covariance();
        }
    }

    @Nested
    class RankAboveSize extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return everyKind().toList().get(4).covariance();
        }
    }

    @Nested
    class Separable extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return everyKind().toList().get(5).covariance();
        }
    }

    @Nested
    class SeparableInOneAxis extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return everyKind().toList().get(6).covariance();
        }
    }

    @Nested
    class OfOneUnknown extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return everyKind().toList().get(7).covariance();
        }
    }

    @Test
    void solvesAccuratelyWhenFewDirectionsDominate() {
        double[] factor = {1e4, 0, 0, 1e4, 1e4, 1e4};
        Covariance covariance = Covariances.lowRank(1e-2, 3, 2, factor);
        // (1, 1, −1) is orthogonal to both columns, so its variance is the isotropic one
        double[] solved = new double[3];
        covariance.solve(new double[] {1, 1, -1}, solved);

        assertThat(solved).containsExactly(new double[] {100, 100, -100}, within(1e-4)); // condition 3e10
    }

    @Test
    void tellsWhatIsIsotropic() {
        assertThat(Covariances.isotropicVariance(Covariances.isotropic(3, 0.5).plusIsotropic(0.25)))
                .hasValue(0.75);
        assertThat(Covariances.isotropicVariance(Covariances.diagonal(new double[] {1, 1})))
                .isEmpty();
    }

    @Test
    void namesTheSmallestEigenvalueOfAMatrixThatIsNotPositiveDefinite() {
        assertThatThrownBy(() -> Covariances.dense(2, new double[] {1, 2, 2, 1}))
                .isInstanceOf(NumericsException.class)
                .hasMessageMatching(
                        "covariance is not positive definite: its smallest eigenvalue is -(1.0|0.99999).*"
                                + ", its largest (3.0|2.99999).*; add more than (1.0|0.99999).* to the diagonal, or give a low-rank covariance");
    }

    @Test
    void refusesAMatrixThatIsSingularToWorkingPrecision() {
        assertThatThrownBy(() -> Covariances.dense(2, new double[] {1, 1, 1, 1}))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("not positive definite");
    }

    @Test
    void namesTheEntryThatBreaksSymmetry() {
        assertThatThrownBy(() -> Covariances.dense(2, new double[] {1, 0.5, 0.4, 1}))
                .isInstanceOf(NumericsException.class)
                .hasMessage("matrix is not symmetric: entry (0, 1) is 0.5, entry (1, 0) is 0.4");
    }

    @Test
    void acceptsWhatSinglePrecisionLeftOfSymmetry() {
        Covariance covariance = Covariances.dense(2, new double[] {1, 0.1f, 0.1, 1});

        assertThat(Covariances.toMatrix(covariance)[1]).isCloseTo(0.1, within(1e-8));
    }

    @Test
    void namesTheEntryThatIsNotFinite() {
        assertThatThrownBy(() -> Covariances.dense(2, new double[] {1, 0, 0, Double.NaN}))
                .hasMessage("entry (1, 1) of the matrix is NaN");
        assertThatThrownBy(() -> Covariances.lowRank(1, 2, 1, new double[] {0, Double.NaN}))
                .hasMessage("entry 1 of the low-rank factor is NaN");
    }

    @Test
    void rejectsVariancesThatAreNotPositive() {
        assertThatThrownBy(() -> Covariances.isotropic(2, 0))
                .isInstanceOf(NumericsException.class)
                .hasMessage("covariance is not positive definite: variance must be greater than 0, got 0.0");
        assertThatThrownBy(() -> Covariances.diagonal(new double[] {1, -2}))
                .hasMessage("covariance is not positive definite: variance 1 must be greater than 0, got -2.0");
        assertThatThrownBy(() -> Covariances.lowRank(Double.POSITIVE_INFINITY, 1, 1, new double[] {1}))
                .hasMessageContaining("got Infinity");
    }

    @Test
    void asksForAnIndependentPartWhereACorrelationIsTooSmooth() {
        assertThatThrownBy(() -> Covariances.separable(List.of(new double[] {1, 1, 1, 1}), 0))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("add an independent part to every unknown");
        assertThatThrownBy(() -> Covariances.separable(List.of(new double[] {1, 2, 2, 1}), 5))
                .hasMessageContaining("not positive semidefinite along an axis");
    }

    @Test
    void rejectsMatricesOfTheWrongShape() {
        assertThatThrownBy(() -> Covariances.dense(2, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("covariance: expected size² = 4 entries, got 3");
        assertThatThrownBy(() -> Covariances.lowRank(1, 2, 3, new double[5]))
                .hasMessage("factor: expected size × rank = 2 × 3 numbers, got 5");
        assertThatThrownBy(() -> Covariances.separable(List.of(new double[5]), 1))
                .hasMessage("factor: 5 entries are no square matrix");
    }

    private static double[] correlation(int count, double length) {
        double[] matrix = new double[count * count];
        Arrays.setAll(matrix, k -> Math.exp(-Math.abs(k / count - k % count) / length));
        return matrix;
    }

    private static double[] identity(int size, double value) {
        double[] diagonal = new double[size];
        Arrays.fill(diagonal, value);
        return diagonalMatrix(diagonal);
    }

    private static double[] diagonalMatrix(double[] diagonal) {
        int size = diagonal.length;
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] = diagonal[i];
        }
        return matrix;
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    // A Aᵀ
    private static double[] product(double[] a, int rows, int columns) {
        double[] product = new double[rows * rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                for (int k = 0; k < columns; k++) {
                    product[i * rows + j] += a[i * columns + k] * a[j * columns + k];
                }
            }
        }
        return product;
    }

    private static double[] kronecker(double[] a, double[] b) {
        int m = (int) Math.sqrt(a.length);
        int n = (int) Math.sqrt(b.length);
        double[] product = new double[m * n * m * n];
        Arrays.setAll(product, k -> {
            int row = k / (m * n);
            int column = k % (m * n);
            return a[row / n * m + column / n] * b[row % n * n + column % n];
        });
        return product;
    }
}
