package org.rote.testkit;

import java.util.Arrays;
import org.rote.spi.LinearOperator;
import org.rote.spi.Space;

/**
 * A matrix as a forward operator, y = A x, for tests of samplers and priors. Written for clarity, not for speed. Immutable.
 */
public final class DenseOperator implements LinearOperator {

    private final double[][] rows;

    /**
     * Takes the matrix.
     *
     * @param rows the rows of A, all of one length; copied
     */
    public DenseOperator(double[][] rows) {
        this.rows = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException("rows of " + rows[0].length + " and of " + row.length + " numbers");
            }
        }
    }

    @Override
    public Space domain() {
        return Space.vector(rows[0].length);
    }

    @Override
    public Space range() {
        return Space.vector(rows.length);
    }

    @Override
    public void apply(double[] dx, double[] out) {
        for (int i = 0; i < rows.length; i++) {
            out[i] = Vectors.dot(rows[i], dx);
        }
    }

    @Override
    public void applyAdjoint(double[] dy, double[] out) {
        for (int j = 0; j < rows[0].length; j++) {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                sum += rows[i][j] * dy[i];
            }
            out[j] = sum;
        }
    }
}
