package org.rote.plugins.sampler.optimization.quasinewton;

import java.util.Optional;

/** The inverse of a small square matrix, by elimination with partial pivoting. */
final class SmallSystem {

    private SmallSystem() {}

    /**
     * Inverts.
     *
     * @param matrix rows; overwritten
     * @return the inverse, or empty where the matrix is singular to rounding
     */
    static Optional<double[][]> inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] inverse = new double[n][n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
            for (double value : matrix[i]) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (int column = 0; column < n; column++) {
            int pivot = pivot(matrix, column);
            if (!(Math.abs(matrix[pivot][column]) > largest * Double.MIN_NORMAL)) {
                return Optional.empty();
            }
            swap(matrix, pivot, column);
            swap(inverse, pivot, column);
            double scale = 1 / matrix[column][column];
            times(matrix[column], scale);
            times(inverse[column], scale);
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    double factor = -matrix[row][column];
                    add(matrix[row], factor, matrix[column]);
                    add(inverse[row], factor, inverse[column]);
                }
            }
        }
        return Optional.of(inverse);
    }

    private static int pivot(double[][] matrix, int column) {
        int best = column;
        for (int row = column + 1; row < matrix.length; row++) {
            if (Math.abs(matrix[row][column]) > Math.abs(matrix[best][column])) {
                best = row;
            }
        }
        return best;
    }

    private static void swap(double[][] rows, int a, int b) {
        double[] row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
    }

    private static void times(double[] row, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= factor;
        }
    }

    private static void add(double[] row, double factor, double[] other) {
        for (int j = 0; j < row.length; j++) {
            row[j] += factor * other[j];
        }
    }

    static double[] product(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = Arrays.dot(matrix[i], vector);
        }
        return product;
    }
}
