package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;

class SolversTest {

    private static final long SEED = 20261122;

    // the condition number of the test matrix is below 100
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 130})
    void choleskySolvesAndKnowsTheDeterminant(int size) {
        double[] matrix = positiveDefinite(size);
        double[] x = vector(size);
        double[] b = product(size, matrix, x);
        Cholesky factor = Cholesky.of(size, matrix);
        double[] solved = new double[size];
        factor.solve(b, solved);
        assertThat(solved).as("seed %d", SEED).containsExactly(x, within(ROUNDING * size));
        double logDeterminant = 0;
        for (double value : SymmetricEigen.of(size, matrix).values()) {
            logDeterminant += Math.log(value);
        }
        assertThat(factor.logDeterminant()).isCloseTo(logDeterminant, within(ROUNDING * size));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 130})
    void choleskySolvesManyAsItSolvesOne(int size) {
        Cholesky factor = Cholesky.of(size, positiveDefinite(size));
        int count = 67; // one block and a little more
        double[] b = new SplittableRandom(SEED + 2).doubles((long) size * count).toArray();
        double[] many = new double[b.length];
        factor.solve(b, count, many, RunExecutor.SERIAL);
        double[] one = new double[size];
        for (int k = 0; k < count; k++) {
            factor.solve(Arrays.copyOfRange(b, k * size, (k + 1) * size), one);
            assertThat(Arrays.copyOfRange(many, k * size, (k + 1) * size))
                    .as("seed %d", SEED)
                    .containsExactly(one, within(ROUNDING * size));
        }
        factor.solve(b, count, b, RunExecutor.SERIAL);
        assertThat(b).as("in place").containsExactly(many);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 130})
    void choleskyRootGivesTheMatrixAndWhitenUndoesIt(int size) {
        double[] matrix = positiveDefinite(size);
        Cholesky factor = Cholesky.of(size, matrix);
        double[] z = vector(size);
        double[] rooted = new double[size];
        double[] whitened = new double[size];
        factor.root(z, rooted);
        factor.whiten(rooted, whitened);
        assertThat(whitened).as("seed %d", SEED).containsExactly(z, within(ROUNDING * size));
        // ‖L⁻¹ v‖² = vᵀ A⁻¹ v
        double[] solved = new double[size];
        factor.solve(rooted, solved);
        double quadratic = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            quadratic += rooted[i] * solved[i];
            squares += z[i] * z[i];
        }
        assertThat(squares).as("seed %d", SEED).isCloseTo(quadratic, within(ROUNDING * size * size));
    }

    @Test
    void choleskyNamesWhatIsWrong() {
        assertThatThrownBy(() -> Cholesky.of(2, new double[] {1, 2, 2, 1}))
                .isInstanceOf(NumericsException.class)
                .hasMessageStartingWith("a 2 × 2 covariance is not positive definite to working precision");
        assertThatThrownBy(() -> Cholesky.of(2, new double[] {1, 0, Double.NaN, 1}))
                .isInstanceOf(NumericsException.class)
                .hasMessage("entry (1, 0) of the matrix is NaN");
    }

    @Test
    void conjugateGradientsAgreeWithCholesky() {
        int size = 130;
        double[] matrix = positiveDefinite(size);
        double[] x = vector(size);
        double[] solved = new double[size];
        int steps = ConjugateGradients.solve(
                (v, out) -> System.arraycopy(product(size, matrix, v), 0, out, 0, size),
                (v, out) -> System.arraycopy(v, 0, out, 0, size),
                product(size, matrix, x),
                solved,
                1e-13,
                200);
        assertThat(steps).isBetween(1, 130);
        assertThat(solved).containsExactly(x, within(1e-11));
    }

    @Test
    void conjugateGradientsGiveWhatFewStepsReach() {
        double[] diagonal = {1, 2, 5};
        ConjugateGradients.Product product = (v, out) -> {
            for (int i = 0; i < 3; i++) {
                out[i] = diagonal[i] * v[i];
            }
        };
        ConjugateGradients.Product identity = (v, out) -> System.arraycopy(v, 0, out, 0, v.length);
        double[] out = new double[3];
        double residual = ConjugateGradients.approximate(product, identity, new double[] {1, 1, 1}, out, 1e-13, 1);
        // One step goes along b by b·b / b·Ab = 3/8.
        assertThat(out).containsExactly(new double[] {0.375, 0.375, 0.375}, within(ROUNDING));
        assertThat(residual).isCloseTo(Math.sqrt((0.625 * 0.625 + 0.25 * 0.25 + 0.875 * 0.875) / 3), within(ROUNDING));
        assertThat(ConjugateGradients.approximate(product, identity, new double[] {1, 1, 1}, out, 1e-13, 9))
                .isLessThanOrEqualTo(1e-13);
        assertThat(out).containsExactly(new double[] {1, 0.5, 0.2}, within(1e-11));
    }

    @Test
    void conjugateGradientsSayWhyTheyStop() {
        ConjugateGradients.Product identity = (v, out) -> System.arraycopy(v, 0, out, 0, v.length);
        double[] matrix = positiveDefinite(40);
        assertThatThrownBy(() -> ConjugateGradients.solve(
                        (v, out) -> System.arraycopy(product(40, matrix, v), 0, out, 0, 40),
                        identity,
                        vector(40),
                        new double[40],
                        1e-14,
                        3))
                .isInstanceOf(NumericsException.class)
                .hasMessageStartingWith("conjugate gradients did not converge in 3 steps: relative residual ");
        assertThatThrownBy(() -> ConjugateGradients.solve(
                        (v, out) -> out[0] = -v[0], identity, new double[] {1}, new double[1], 1e-14, 3))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("check that the operator's vjp is the transpose of its jvp");
    }

    @Test
    void lanczosQuadratureIntegratesPolynomialsExactly() {
        double[] diagonal = {2, 3, 4};
        double[] beside = {0.5, 0.25};
        assertThat(LanczosQuadrature.integrate(3, diagonal, beside, x -> 1)).isCloseTo(1, within(ROUNDING));
        assertThat(LanczosQuadrature.integrate(3, diagonal, beside, x -> x)).isCloseTo(2, within(ROUNDING));
        assertThat(LanczosQuadrature.integrate(3, diagonal, beside, x -> x * x)).isCloseTo(4.25, within(ROUNDING));
    }

    private static double[] positiveDefinite(int size) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = (random.nextDouble() - 0.5) / Math.sqrt(size);
                matrix[i * size + j] = entry;
                matrix[j * size + i] = entry;
            }
            matrix[i * size + i] += 3;
        }
        return matrix;
    }

    private static double[] vector(int size) {
        return new SplittableRandom(SEED + 1).doubles(size).toArray();
    }

    private static double[] product(int size, double[] matrix, double[] x) {
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                out[i] += matrix[i * size + j] * x[j];
            }
        }
        return out;
    }
}
