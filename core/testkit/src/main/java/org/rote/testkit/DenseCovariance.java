package org.rote.testkit;

import java.util.Arrays;
import org.rote.spi.Covariance;

/** A small covariance given by its entries, factorised once, for tests. Immutable. */
public final class DenseCovariance implements Covariance {

    private final double[][] matrix;
    private final Cholesky factor;

    /**
     * Takes the entries.
     *
     * @param matrix a symmetric positive definite matrix by rows; copied
     * @throws IllegalArgumentException when it is not positive definite
     */
    public DenseCovariance(double[][] matrix) {
        this.matrix = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        this.factor = new Cholesky(matrix);
    }

    /**
     * Independent entries of one variance.
     *
     * @param size the dimension
     * @param variance the variance
     * @return the variance times the identity
     */
    public static DenseCovariance isotropic(int size, double variance) {
        return new DenseCovariance(addToDiagonal(new double[size][size], variance));
    }

    @Override
    public int size() {
        return matrix.length;
    }

    @Override
    public void apply(double[] v, double[] out) {
        for (int i = 0; i < matrix.length; i++) {
            out[i] = Vectors.dot(matrix[i], v);
        }
    }

    @Override
    public void solve(double[] v, double[] out) {
        System.arraycopy(factor.solve(v), 0, out, 0, matrix.length);
    }

    @Override
    public double logDeterminant() {
        return factor.logDeterminant();
    }

    @Override
    public void root(double[] z, double[] out) {
        System.arraycopy(factor.root(z), 0, out, 0, matrix.length);
    }

    @Override
    public Covariance plusIsotropic(double variance) {
        return new DenseCovariance(addToDiagonal(matrix, variance));
    }

    private static double[][] addToDiagonal(double[][] matrix, double variance) {
        double[][] sum = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            sum[i] = matrix[i].clone();
            sum[i][i] += variance;
        }
        return sum;
    }
}
