package org.rote.numerics.posterior;

import java.util.Arrays;
import org.rote.spi.Linearization;

/** J as a matrix, row by row; made by min(m, d) products, and so for small problems as cheap as using J once. */
record DenseJacobian(int rows, int columns, double[] matrix) implements Jacobian {

    static DenseJacobian of(Linearization linearization, int rows, int columns) {
        double[] matrix = new double[rows * columns];
        if (rows <= columns) {
            double[] unit = new double[rows];
            double[] row = new double[columns];
            for (int i = 0; i < rows; i++) {
                unit[i] = 1;
                linearization.vjp(unit, row);
                unit[i] = 0;
                System.arraycopy(row, 0, matrix, i * columns, columns);
            }
        } else {
            double[] unit = new double[columns];
            double[] column = new double[rows];
            for (int j = 0; j < columns; j++) {
                unit[j] = 1;
                linearization.jvp(unit, column);
                unit[j] = 0;
                for (int i = 0; i < rows; i++) {
                    matrix[i * columns + j] = column[i];
                }
            }
        }
        return new DenseJacobian(rows, columns, matrix);
    }

    @Override
    public void apply(double[] dx, double[] out) {
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += matrix[i * columns + j] * dx[j];
            }
            out[i] = sum;
        }
    }

    @Override
    public void applyAdjoint(double[] dy, double[] out) {
        Arrays.fill(out, 0, columns, 0);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out[j] += matrix[i * columns + j] * dy[i];
            }
        }
    }
}
