package org.rote.numerics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rote.spi.Covariance;
import org.rote.spi.NumericsException;

/**
 * The covariances that Rote knows: each applies, solves, gives its determinant and a root, and stays of its kind when isotropic noise is added.
 *
 * <table>
 * <caption>Costs for d unknowns</caption>
 * <tr><th>kind</th><th>made</th><th>each use</th><th>memory</th></tr>
 * <tr><td>{@link #isotropic}</td><td>1</td><td>d</td><td>1</td></tr>
 * <tr><td>{@link #diagonal}</td><td>d</td><td>d</td><td>d</td></tr>
 * <tr><td>{@link #lowRank}, rank r</td><td>d r² + r³</td><td>d r</td><td>d r</td></tr>
 * <tr><td>{@link #separable}, axes n₁ … n_k</td><td>Σ n³</td><td>d Σ n</td><td>d + Σ n²</td></tr>
 * <tr><td>{@link #dense}</td><td>d³</td><td>d²</td><td>d²</td></tr>
 * </table>
 */
public final class Covariances {

    private Covariances() {}

    /**
     * C = v I.
     *
     * @param size d, at least 1
     * @param variance v in squared model units, finite and greater than 0
     * @return the covariance
     * @throws NumericsException when the variance is not positive
     */
    public static Covariance isotropic(int size, double variance) {
        requirePositive("variance", variance);
        return new IsotropicCovariance(size, variance);
    }

    /**
     * C = diag(v₁, …, v_d).
     *
     * @param variances v in squared model units, finite and greater than 0; copied
     * @return the covariance
     * @throws NumericsException when a variance is not positive; names the first
     */
    public static Covariance diagonal(double[] variances) {
        for (int i = 0; i < variances.length; i++) {
            requirePositive("variance " + i, variances[i]);
        }
        return new DiagonalCovariance(variances.clone());
    }

    /**
     * A full matrix, kept as its eigenvalues and eigenvectors.
     *
     * @param size d
     * @param matrix C in squared model units, row by row; not modified. Asymmetry within single-precision rounding is averaged out
     * @return the covariance
     * @throws NumericsException when the matrix is not finite, not symmetric or not positive definite; names the entry, or the smallest eigenvalue
     */
    public static Covariance dense(int size, double[] matrix) {
        if (matrix.length != (long) size * size) {
            throw new IllegalArgumentException(
                    "covariance: expected size² = " + (long) size * size + " entries, got " + matrix.length);
        }
        SymmetricEigen eigen = SymmetricEigen.of(size, matrix);
        double smallest = eigen.smallest();
        double least = size * Math.ulp(eigen.largest());
        if (!(smallest > least)) {
            throw new NumericsException("covariance is not positive definite: its smallest eigenvalue is " + smallest
                    + ", its largest " + eigen.largest() + "; add more than " + (least - smallest)
                    + " to the diagonal, or give a low-rank covariance");
        }
        return new SpectralCovariance(eigen, eigen.values());
    }

    /**
     * C = v I + U Uᵀ: few directions of large variance, found for example by principal components, and the same small variance everywhere.
     *
     * @param variance v in squared model units, finite and greater than 0
     * @param size d
     * @param rank r, the number of columns of U, at least 1
     * @param factor U ∈ R^{d×r} in model units, row by row; not modified
     * @return the covariance
     * @throws NumericsException when the variance is not positive or U is not finite
     */
    public static Covariance lowRank(double variance, int size, int rank, double[] factor) {
        requirePositive("variance", variance);
        if (factor.length != (long) size * rank) {
            throw new IllegalArgumentException(
                    "factor: expected size × rank = " + size + " × " + rank + " numbers, got " + factor.length);
        }
        requireFinite(factor);
        return LowRankCovariance.of(size, variance, rank, factor);
    }

    /**
     * C = K₁ ⊗ K₂ ⊗ … + v I: a stationary field whose correlation is a product of one function for each axis. The eigenvectors are products of the factors', so a field of
     * 70 × 70 unknowns costs two decompositions of 70 × 70 matrices instead of one of 4900 × 4900.
     *
     * @param factors K_k row by row, slowest axis first, each symmetric and positive semidefinite; not modified
     * @param variance v in squared model units, at least 0; smooth correlations have eigenvalues below rounding and need some
     * @return the covariance
     * @throws NumericsException when a factor is not symmetric or has a negative eigenvalue, or the sum is not positive definite
     */
    public static Covariance separable(List<double[]> factors, double variance) {
        List<SymmetricEigen> eigens = factors.stream().map(Covariances::factor).toList();
        KroneckerBasis basis = new KroneckerBasis(eigens);
        double[] eigenvalues = basis.eigenvalues();
        Arrays.setAll(eigenvalues, i -> eigenvalues[i] + variance);
        double smallest = Arrays.stream(eigenvalues).min().orElseThrow();
        double largest = Arrays.stream(eigenvalues).max().orElseThrow();
        if (!(smallest > eigenvalues.length * Math.ulp(largest))) {
            throw new NumericsException("covariance is not positive definite: its smallest eigenvalue is " + smallest
                    + ", its largest " + largest + "; add an independent part to every unknown");
        }
        return new SpectralCovariance(basis, eigenvalues);
    }

    private static SymmetricEigen factor(double[] matrix) {
        int size = (int) Math.round(Math.sqrt(matrix.length));
        if (matrix.length != (long) size * size) {
            throw new IllegalArgumentException("factor: " + matrix.length + " entries are no square matrix");
        }
        SymmetricEigen eigen = SymmetricEigen.of(size, matrix);
        if (eigen.smallest() < -size * Math.ulp(eigen.largest())) {
            throw new NumericsException(
                    "covariance is not positive semidefinite along an axis: its smallest eigenvalue is "
                            + eigen.smallest() + ", its largest " + eigen.largest());
        }
        return eigen;
    }

    /**
     * Whether a covariance is v I, as far as this class made it; for shortcuts.
     *
     * @param covariance any covariance
     * @return v, or empty
     */
    public static OptionalDouble isotropicVariance(Covariance covariance) {
        return covariance instanceof IsotropicCovariance isotropic
                ? OptionalDouble.of(isotropic.variance())
                : OptionalDouble.empty();
    }

    /**
     * Writes a covariance out, column by column, in O(d) applications.
     *
     * @param covariance any covariance
     * @return C row by row, d² numbers
     */
    public static double[] toMatrix(Covariance covariance) {
        int size = covariance.size();
        double[] matrix = new double[Math.multiplyExact(size, size)];
        double[] unit = new double[size];
        double[] column = new double[size];
        for (int j = 0; j < size; j++) {
            unit[j] = 1;
            covariance.apply(unit, column);
            unit[j] = 0;
            // C is symmetric, so its columns are its rows
            System.arraycopy(column, 0, matrix, j * size, size);
        }
        return matrix;
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new NumericsException(
                    "covariance is not positive definite: " + name + " must be greater than 0, got " + value);
        }
    }

    private static void requireFinite(double[] factor) {
        for (int i = 0; i < factor.length; i++) {
            if (!Double.isFinite(factor[i])) {
                throw new NumericsException("entry " + i + " of the low-rank factor is " + factor[i]);
            }
        }
    }
}
