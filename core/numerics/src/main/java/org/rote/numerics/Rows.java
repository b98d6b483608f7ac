package org.rote.numerics;

import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.spi.RunExecutor;

/** How the rows of a {@link TrainingMatrix} lie in memory, with the passes that know it. */
interface Rows {

    int count();

    int dimension();

    Storage storage();

    /** Sets row n. */
    void write(int n, double[] row);

    /** Copies out {@code length} values of row n, from column {@code from} on. */
    void read(int n, int from, int length, double[] out);

    /** Copies out row n. */
    default void read(int n, double[] out) {
        read(n, 0, dimension(), out);
    }

    /** The passes over these rows; holds the workspace of one evaluation at a time. */
    Lookup lookup(double[] logWeights, RunExecutor executor);

    /** Rows for one array: a multiple of 8 that fits into 2^27 values, or else 8. */
    static int rowsPerArray(int count, int dimension) {
        long fit = (1L << 27) / (8L * dimension) * 8;
        return (int) Math.min((count + 7L) / 8 * 8, Math.max(8, fit));
    }
}
