package org.rote.numerics;

import org.rote.spi.Covariance;

/**
 * C = v I + B Bᵀ, B ∈ R^{d×r} with orthogonal columns of squared norms s_k. Then every function of C is diagonal in those columns: C⁻¹ = (I − B diag(1/(v +
 * s_k)) Bᵀ)/v (Woodbury), C^{1/2} = √v I + B diag(1/(√(v + s_k) + √v)) Bᵀ, and adding noise adds to v.
 */
final class LowRankCovariance implements Covariance {

    private final int size;
    private final double variance;
    private final double[] columns;
    private final double[] squaredNorms;

    /**
     * Takes the arrays as they are.
     *
     * @param columns B transposed: r rows of d numbers
     */
    LowRankCovariance(int size, double variance, double[] columns, double[] squaredNorms) {
        this.size = size;
        this.variance = variance;
        this.columns = columns;
        this.squaredNorms = squaredNorms;
    }

    /** The covariance v I + U Uᵀ for U ∈ R^{d×r} row by row: UᵀU = W diag(s) Wᵀ gives B = U W. */
    static LowRankCovariance of(int size, double variance, int rank, double[] factor) {
        double[] gram = new double[rank * rank];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < rank; k++) {
                for (int l = 0; l < rank; l++) {
                    gram[k * rank + l] += factor[i * rank + k] * factor[i * rank + l];
                }
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(rank, gram);
        double[] columns = new double[rank * size];
        double[] row = new double[rank];
        double[] rotated = new double[rank];
        for (int i = 0; i < size; i++) {
            System.arraycopy(factor, i * rank, row, 0, rank);
            eigen.coordinates(row, rotated);
            for (int k = 0; k < rank; k++) {
                columns[k * size + i] = rotated[k];
            }
        }
        return new LowRankCovariance(size, variance, columns, eigen.clippedValues());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void apply(double[] v, double[] out) {
        combine(variance, v, out, s -> 1);
    }

    @Override
    public void solve(double[] v, double[] out) {
        combine(1 / variance, v, out, s -> -1 / (variance * (variance + s)));
    }

    @Override
    public double logDeterminant() {
        double sum = size * Math.log(variance);
        for (double s : squaredNorms) {
            sum += Math.log1p(s / variance);
        }
        return sum;
    }

    @Override
    public void root(double[] z, double[] out) {
        double deviation = Math.sqrt(variance);
        combine(deviation, z, out, s -> 1 / (Math.sqrt(variance + s) + deviation));
    }

    @Override
    public Covariance plusIsotropic(double more) {
        return new LowRankCovariance(size, variance + more, columns, squaredNorms);
    }

    // out = identity · v + B diag(onColumns(s)) Bᵀ v
    private void combine(double identity, double[] v, double[] out, java.util.function.DoubleUnaryOperator onColumns) {
        double[] coefficients = new double[squaredNorms.length];
        for (int k = 0; k < coefficients.length; k++) {
            double dot = 0;
            for (int i = 0; i < size; i++) {
                dot += columns[k * size + i] * v[i];
            }
            coefficients[k] = dot * onColumns.applyAsDouble(squaredNorms[k]);
        }
        for (int i = 0; i < size; i++) {
            out[i] = identity * v[i];
        }
        for (int k = 0; k < coefficients.length; k++) {
            for (int i = 0; i < size; i++) {
                out[i] += coefficients[k] * columns[k * size + i];
            }
        }
    }
}
