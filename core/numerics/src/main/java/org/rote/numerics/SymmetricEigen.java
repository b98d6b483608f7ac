package org.rote.numerics;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.rote.spi.NumericsException;

/**
 * The eigendecomposition A = Q diag(λ) Qᵀ of a symmetric matrix, by EJML's Householder tridiagonalisation and implicit QR: O(n³), about a second for n = 1000. Immutable.
 */
public final class SymmetricEigen implements Eigenbasis {

    /** Entries that should be equal may differ by this, relative to the diagonal: matrices are often read from single precision. */
    private static final double ASYMMETRY = 1e-6;

    private final double[] values;
    private final double[] rows;

    private SymmetricEigen(double[] values, double[] rows) {
        this.values = values;
        this.rows = rows;
    }

    /**
     * Decomposes.
     *
     * @param size n
     * @param matrix A row by row; not modified; (A + Aᵀ)/2 is what is decomposed
     * @return the decomposition
     * @throws NumericsException when A is not finite, not symmetric, or the iteration fails
     */
    public static SymmetricEigen of(int size, double[] matrix) {
        DMatrixRMaj symmetric = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                checkEntry(size, matrix, i, j);
                symmetric.set(i, j, 0.5 * (matrix[i * size + j] + matrix[j * size + i]));
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(size, true, true);
        if (!decomposition.decompose(symmetric)) {
            throw new NumericsException("the eigenvalues of a " + size + " × " + size + " matrix were not found");
        }
        double[] values = new double[size];
        double[] rows = new double[size * size];
        for (int k = 0; k < size; k++) {
            values[k] = decomposition.getEigenvalue(k).getReal();
            System.arraycopy(decomposition.getEigenVector(k).getData(), 0, rows, k * size, size);
        }
        return new SymmetricEigen(values, rows);
    }

    private static void checkEntry(int size, double[] matrix, int i, int j) {
        double entry = matrix[i * size + j];
        double mirrored = matrix[j * size + i];
        double scale = Math.sqrt(Math.abs(matrix[i * size + i] * matrix[j * size + j]));
        if (!Double.isFinite(entry)) {
            throw new NumericsException("entry (" + i + ", " + j + ") of the matrix is " + entry);
        }
        if (Math.abs(entry - mirrored) > ASYMMETRY * scale) {
            throw new NumericsException("matrix is not symmetric: entry (" + i + ", " + j + ") is " + entry
                    + ", entry (" + j + ", " + i + ") is " + mirrored);
        }
    }

    /**
     * The eigenvalues.
     *
     * @return λ in no order; read it, do not change it
     */
    public double[] values() {
        return values;
    }

    /** The eigenvalues of a matrix that is positive semidefinite but for rounding, without what rounding made negative. */
    double[] clippedValues() {
        return Arrays.stream(values).map(value -> Math.max(0, value)).toArray();
    }

    double smallest() {
        return Arrays.stream(values).min().orElseThrow();
    }

    double largest() {
        return Arrays.stream(values).max().orElseThrow();
    }

    /**
     * The dimension.
     *
     * @return n
     */
    @Override
    public int size() {
        return values.length;
    }

    /**
     * out = Qᵀ v, the coordinates of v in the order of {@link #values}.
     *
     * @param v n numbers; not modified
     * @param out receives n numbers; overwritten; another array than {@code v}
     */
    @Override
    public void coordinates(double[] v, double[] out) {
        int n = values.length;
        for (int k = 0; k < n; k++) {
            double dot = 0;
            for (int i = 0; i < n; i++) {
                dot += rows[k * n + i] * v[i];
            }
            out[k] = dot;
        }
    }

    /**
     * out = Q c, the vector with coordinates c.
     *
     * @param c n numbers; not modified
     * @param out receives n numbers; overwritten; another array than {@code c}
     */
    @Override
    public void vector(double[] c, double[] out) {
        int n = values.length;
        Arrays.fill(out, 0, n, 0);
        for (int k = 0; k < n; k++) {
            double coefficient = c[k];
            for (int i = 0; i < n; i++) {
                out[i] += coefficient * rows[k * n + i];
            }
        }
    }
}
