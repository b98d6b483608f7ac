package org.rote.numerics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.rote.spi.NumericsException;

/**
 * A = L Lᵀ of a symmetric positive definite matrix, by EJML's blocked factorisation. Factoring costs n³/3 multiplications, a solve n²; memory n² doubles. Immutable;
 * any number of threads may solve at once.
 */
public final class Cholesky {

    private final int size;
    private final double[] rows;

    private Cholesky(int size, double[] rows) {
        this.size = size;
        this.rows = rows;
    }

    /**
     * Factors.
     *
     * @param size n
     * @param matrix A row by row, of which the lower triangle is read; not modified
     * @return the factor
     * @throws NumericsException when A is not positive definite or not finite
     */
    public static Cholesky of(int size, double[] matrix) {
        for (int k = 0; k < size * size; k++) {
            if (!Double.isFinite(matrix[k])) {
                throw new NumericsException("entry (" + k / size + ", " + k % size + ") of the matrix is " + matrix[k]);
            }
        }
        CholeskyDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.chol(size, true);
        if (!decomposition.decompose(DMatrixRMaj.wrap(size, size, matrix.clone()))) {
            throw new NumericsException("a " + size + " × " + size
                    + " covariance is not positive definite to working precision; its noise is too small beside the rest, raise it");
        }
        return new Cholesky(size, decomposition.getT(null).getData());
    }

    /**
     * out = A⁻¹ b.
     *
     * @param b n numbers; not modified
     * @param out receives n numbers; overwritten; may not be {@code b}
     */
    public void solve(double[] b, double[] out) {
        for (int i = 0; i < size; i++) {
            double sum = b[i];
            for (int j = 0; j < i; j++) {
                sum -= rows[i * size + j] * out[j];
            }
            out[i] = sum / rows[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double solved = out[i] / rows[i * size + i];
            out[i] = solved;
            for (int j = 0; j < i; j++) {
                out[j] -= rows[i * size + j] * solved;
            }
        }
    }

    /**
     * log det A.
     *
     * @return the natural logarithm of the determinant
     */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.log(rows[i * size + i]);
        }
        return 2 * sum;
    }
}
