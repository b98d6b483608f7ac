package org.rote.numerics;

import java.util.Arrays;
import org.rote.numerics.Lookup.Batch;
import org.rote.spi.RunExecutor;

/**
 * Products of the covariance of the training models under the responsibilities of a state with a direction: Σ_n r_bn (x_n − D_b) ((x_n − D_b)·v_b), D_b = Σ_n r_bn x_n.
 *
 * <p>All in double from differences, whatever the storage: near a training model the covariance is made of small differences of large rows. Two passes over the training models that a state needs: a_n
 * = r_n (x_n − D)·v, then Σ_n a_n (x_n − D). An error e of D enters as e (e·v) only, by its square.
 */
final class ScatterProducts {

    /** Training models of a task. */
    private static final int ROWS = 64;

    /** Columns read at once: a block of rows stays in the second-level cache. */
    private static final int COLUMNS = 256;

    /** Training models of a smaller responsibility than this over N are left out. */
    private static final double NEGLIGIBLE = 1e-20;

    private final Rows rows;
    private final RunExecutor executor;
    private final double negligible;
    private final ExactDisplacements displacements;
    private final Pool<Scratch> scratches = new Pool<>(Scratch::new);

    ScatterProducts(Rows rows, RunExecutor executor) {
        this.rows = rows;
        this.executor = executor;
        this.negligible = NEGLIGIBLE / rows.count();
        this.displacements = new ExactDisplacements(rows, executor);
    }

    /**
     * Multiplies.
     *
     * @param batch the denoised states D, in an array that receives the products
     * @param directions v, each where its state is in its own array
     * @param table responsibilities r, count × N; overwritten
     * @param scale factor of the products
     */
    void multiply(Batch batch, double[] directions, double[] table, double scale) {
        int count = rows.count();
        executor.forEach(
                (count + ROWS - 1) / ROWS,
                task -> scratches.use(scratch -> {
                    scratch.begin(task * ROWS, Math.min(count, (task + 1) * ROWS), batch.count());
                    project(batch, directions, table, scratch);
                }));
        displacements.sum(batch, table, 0, scale, batch.states());
    }

    /** Turns r_bn into a_bn = r_bn (x_n − D_b)·v_b for the training models of a task. */
    private void project(Batch batch, double[] directions, double[] table, Scratch scratch) {
        int dimension = rows.dimension();
        for (int k = 0; k < dimension; k += COLUMNS) {
            int length = Math.min(COLUMNS, dimension - k);
            for (int n = scratch.from; n < scratch.to; n++) {
                rows.read(n, k, length, scratch.rows[n - scratch.from]);
            }
            for (int b = 0; b < batch.count(); b++) {
                int at = (batch.first() + b) * dimension + k;
                for (int n = scratch.from; n < scratch.to; n++) {
                    if (table[b * rows.count() + n] >= negligible) {
                        scratch.sums[b * ROWS + n - scratch.from] +=
                                projection(scratch.rows[n - scratch.from], batch.states(), directions, at, length);
                    }
                }
            }
        }
        for (int b = 0; b < batch.count(); b++) {
            for (int n = scratch.from; n < scratch.to; n++) {
                table[b * rows.count() + n] *= scratch.sums[b * ROWS + n - scratch.from];
            }
        }
    }

    /** (x − D)·v over some columns, in two interleaved sums. */
    private static double projection(double[] row, double[] denoised, double[] directions, int at, int length) {
        double even = 0;
        double odd = 0;
        int k = 0;
        for (; k + 1 < length; k += 2) {
            even += (row[k] - denoised[at + k]) * directions[at + k];
            odd += (row[k + 1] - denoised[at + k + 1]) * directions[at + k + 1];
        }
        if (k < length) {
            even += (row[k] - denoised[at + k]) * directions[at + k];
        }
        return even + odd;
    }

    /** What one task writes over. */
    private static final class Scratch {

        final double[][] rows = new double[ROWS][COLUMNS];
        double[] sums = new double[0];
        int from;
        int to;

        void begin(int first, int last, int states) {
            from = first;
            to = last;
            if (sums.length < states * ROWS) {
                sums = new double[states * ROWS];
            } else {
                Arrays.fill(sums, 0, states * ROWS, 0);
            }
        }
    }
}
