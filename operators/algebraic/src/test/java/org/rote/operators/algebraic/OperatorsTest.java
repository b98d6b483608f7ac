package org.rote.operators.algebraic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.InvalidInputException;
import org.rote.spi.LinearOperator;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;
import org.rote.testkit.TestContext;

class OperatorsTest {

    private static final TestContext CONTEXT = TestContext.forOperator();

    @Test
    void cubicHasItsValueAndItsSlope() {
        Mapping cubic = new CubicFactory().create(new CubicConfig(0.3), CONTEXT);
        assertThat(forward(cubic, 2)).containsExactly(2 + 0.3 * 8);
        assertThat(jacobian(cubic, 2)).isDeepEqualTo(new double[][] {{1 + 0.3 * 3 * 4}});
    }

    @Test
    void quadraticHasItsValueAndItsJacobian() {
        Mapping quadratic = new QuadraticFactory().create(new QuadraticConfig(0.5, 0.25), CONTEXT);
        assertThat(forward(quadratic, 2, -4)).containsExactly(2 - 0.5 * 8, -4 + 0.25 * 4);
        assertThat(jacobian(quadratic, 2, -4)).isDeepEqualTo(new double[][] {{1 - 0.5 * 4, 0.5 * 2}, {0.25 * 4, 1}});
    }

    @Test
    void linearMultipliesByTheMatrixAndItsTranspose() {
        LinearOperator linear = linear(List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)));
        assertThat(forward(linear, 1, 10, 100)).containsExactly(321, 654);
        double[] adjoint = new double[3];
        linear.applyAdjoint(new double[] {1, 10}, adjoint);
        assertThat(adjoint).containsExactly(41, 52, 63);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 11})
    void linearIsRightAtEverySizeAroundItsBlocks(int size) {
        double[] entries = new double[size * (size + 1)];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = k % 7 - 3;
        }
        MatrixOperator matrix = new MatrixOperator(size, size + 1, entries);
        double[] x = new double[size + 1];
        double[] y = new double[size];
        for (int j = 0; j <= size; j++) {
            x[j] = j + 1;
        }
        for (int i = 0; i < size; i++) {
            y[i] = 2 - i;
        }
        double[] product = new double[size];
        double[] adjoint = new double[size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= size; j++) {
                product[i] += entries[i * (size + 1) + j] * x[j];
                adjoint[j] += entries[i * (size + 1) + j] * y[i];
            }
        }
        // whole numbers: every order of summation gives the same bits
        assertThat(forward(matrix, x)).containsExactly(product);
        double[] out = new double[size + 1];
        matrix.applyAdjoint(y, out);
        assertThat(out).containsExactly(adjoint);
    }

    @Test
    void rejectsCoefficientsThatAreNotFinite() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new CubicConfig(Double.NaN))
                .withMessage("c: must be finite, got NaN (give a finite number)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new QuadraticConfig(Double.NaN, Double.POSITIVE_INFINITY))
                .withMessage("a: must be finite, got NaN (give a finite number); "
                        + "b: must be finite, got Infinity (give a finite number)");
    }

    @Test
    void rejectsARaggedMatrixNamingEveryRow() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> linear(List.of(List.of(1.0, 2.0), List.of(3.0), List.of(4.0, Double.NaN))))
                .withMessage("matrix[1]: has 1 numbers where matrix[0] has 2"
                        + " (give rows of one length, one number for each unknown); "
                        + "matrix[2][1]: must be finite, got NaN (give a finite number)");
    }

    @Test
    void rejectsAMatrixOfNothing() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> linear(List.of()))
                .withMessage("matrix: must not be empty (give at least one)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> linear(List.of(List.of())))
                .withMessage("matrix[0]: must not be empty (give at least one)");
    }

    @Test
    void rejectsNeitherMatrixNorFile() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new LinearConfig(Optional.empty(), Optional.empty()))
                .withMessage("needs either matrix or file, got neither"
                        + " (give the rows as matrix: [[1, 0], [0, 1]], or the name of a NumPy file as file: a.npy)");
    }

    @Test
    void rejectsBothMatrixAndFile() {
        Optional<List<List<Double>>> matrix = Optional.of(List.of(List.of(1.0)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new LinearConfig(matrix, Optional.of(java.nio.file.Path.of("a.npy"))))
                .withMessageContaining("needs either matrix or file, got both");
    }

    private static LinearOperator linear(List<List<Double>> rows) {
        LinearConfig config = new LinearConfig(Optional.of(rows), Optional.empty());
        return (LinearOperator) new LinearFactory().create(config, CONTEXT);
    }

    private static double[] forward(Mapping mapping, double... x) {
        double[] out = new double[mapping.range().size()];
        mapping.forward(x, out);
        return out;
    }

    private static double[][] jacobian(Mapping mapping, double... x) {
        double[][] rows = new double[mapping.range().size()][x.length];
        try (Linearization linearization = mapping.linearize(x)) {
            for (int i = 0; i < rows.length; i++) {
                double[] unit = new double[rows.length];
                unit[i] = 1;
                linearization.vjp(unit, rows[i]);
            }
        }
        return rows;
    }
}
