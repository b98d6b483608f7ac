package org.rote.operators.algebraic;

import java.util.Arrays;
import org.rote.spi.LinearOperator;
import org.rote.spi.Space;

/**
 * y = A x for a dense matrix, kept by rows. Both products read it once from front to back, so their time is that of reading it from memory: 2 m n operations for 8 m n
 * bytes. Immutable.
 */
final class MatrixOperator implements LinearOperator {

    /** Rows that the adjoint adds at once, so that it passes over its output four times less often. */
    private static final int ROWS = 4;

    private final int rows;
    private final int columns;
    private final double[] entries;
    private final Space domain;
    private final Space range;

    /** Keeps the array: row-major, {@code rows} times {@code columns} finite numbers. */
    MatrixOperator(int rows, int columns, double[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
        this.domain = Space.vector(columns);
        this.range = Space.vector(rows);
    }

    @Override
    public Space domain() {
        return domain;
    }

    @Override
    public Space range() {
        return range;
    }

    @Override
    public void apply(double[] dx, double[] out) {
        for (int i = 0; i < rows; i++) {
            out[i] = dot(i * columns, dx);
        }
    }

    /** Four sums, so that additions need not wait for each other. */
    private double dot(int row, double[] x) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < columns; j += 4) {
            a += entries[row + j] * x[j];
            b += entries[row + j + 1] * x[j + 1];
            c += entries[row + j + 2] * x[j + 2];
            d += entries[row + j + 3] * x[j + 3];
        }
        for (; j < columns; j++) {
            a += entries[row + j] * x[j];
        }
        return (a + b) + (c + d);
    }

    @Override
    public void applyAdjoint(double[] dy, double[] out) {
        Arrays.fill(out, 0, columns, 0);
        int i = 0;
        for (; i + ROWS <= rows; i += ROWS) {
            addFour(i * columns, dy[i], dy[i + 1], dy[i + 2], dy[i + 3], out);
        }
        for (; i < rows; i++) {
            addOne(i * columns, dy[i], out);
        }
    }

    private void addFour(int row, double a, double b, double c, double d, double[] out) {
        int second = row + columns;
        int third = second + columns;
        int fourth = third + columns;
        for (int j = 0; j < columns; j++) {
            out[j] += (a * entries[row + j] + b * entries[second + j])
                    + (c * entries[third + j] + d * entries[fourth + j]);
        }
    }

    private void addOne(int row, double a, double[] out) {
        for (int j = 0; j < columns; j++) {
            out[j] += a * entries[row + j];
        }
    }
}
