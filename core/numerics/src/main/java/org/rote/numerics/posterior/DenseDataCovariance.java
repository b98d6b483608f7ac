package org.rote.numerics.posterior;

import org.rote.numerics.Cholesky;
import org.rote.spi.Covariance;
import org.rote.spi.RunExecutor;

/** S by its Cholesky factor: m products with J, C and Jᵀ, m³/3 operations, m² doubles. */
final class DenseDataCovariance implements DataCovariance {

    private final Cholesky factor;

    /** Columns are made in parallel, so {@code jacobian} must bear several threads unless {@code executor} is serial. */
    DenseDataCovariance(Jacobian jacobian, Covariance prior, Covariance noise, RunExecutor executor) {
        int rows = noise.size();
        double[] matrix = new double[rows * rows];
        executor.forEach(rows, i -> {
            double[] unit = new double[rows];
            unit[i] = 1;
            double[] column = new double[rows];
            new DataCovarianceProducts(jacobian, prior, noise).multiply(unit, column);
            System.arraycopy(column, 0, matrix, i * rows, rows);
        });
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (matrix[i * rows + j] + matrix[j * rows + i]);
                matrix[i * rows + j] = mean;
                matrix[j * rows + i] = mean;
            }
        }
        factor = Cholesky.of(rows, matrix);
    }

    @Override
    public void solve(double[] r, double[] out) {
        factor.solve(r, out);
    }

    @Override
    public double logDeterminant() {
        return factor.logDeterminant();
    }
}
