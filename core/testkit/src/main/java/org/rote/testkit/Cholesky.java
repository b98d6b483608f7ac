package org.rote.testkit;

/** C = L Lᵀ for a small symmetric positive definite matrix. */
final class Cholesky {

    private final double[][] lower;

    /** Factorises a matrix of which the lower triangle is read; throws {@link IllegalArgumentException} where it is not positive definite. */
    Cholesky(double[][] matrix) {
        int size = matrix.length;
        lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(rest > 0)) {
                    throw new IllegalArgumentException("not positive definite: pivot " + i + " is " + rest);
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }

    /** L z. */
    double[] root(double[] z) {
        double[] out = new double[lower.length];
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                out[i] += lower[i][j] * z[j];
            }
        }
        return out;
    }

    /** C⁻¹ v. */
    double[] solve(double[] v) {
        double[] out = v.clone();
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j < i; j++) {
                out[i] -= lower[i][j] * out[j];
            }
            out[i] /= lower[i][i];
        }
        for (int i = lower.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < lower.length; j++) {
                out[i] -= lower[j][i] * out[j];
            }
            out[i] /= lower[i][i];
        }
        return out;
    }
}
