package org.rote.numerics;

import java.util.Arrays;
import org.rote.numerics.Lookup.Batch;
import org.rote.spi.RunExecutor;

/**
 * Sums Σ_n a_bn (x_n − X_b) in double, from differences, whatever the storage of the training models. Pieces of rows are copied out and serve all states of a task.
 */
final class ExactDisplacements {

    /** Columns of a task. */
    private static final int BLOCK = 256;

    /** States of a task. */
    private static final int STATES = 16;

    private final Rows rows;
    private final RunExecutor executor;
    private final Pool<Scratch> scratches = new Pool<>(Scratch::new);

    ExactDisplacements(Rows rows, RunExecutor executor) {
        this.rows = rows;
        this.executor = executor;
    }

    /**
     * out_b = origin · X_b + scale · Σ_n a_bn (x_n − X_b).
     *
     * @param batch the states X
     * @param weights a of any sign, count × N
     * @param out receives the results where the states are in their own array, which it may be
     */
    void sum(Batch batch, double[] weights, double origin, double scale, double[] out) {
        int blocks = (rows.dimension() + BLOCK - 1) / BLOCK;
        int groups = (batch.count() + STATES - 1) / STATES;
        executor.forEach(
                blocks * groups,
                task -> scratches.use(scratch -> {
                    int from = task % blocks * BLOCK;
                    int length = Math.min(BLOCK, rows.dimension() - from);
                    int first = task / blocks * STATES;
                    int last = Math.min(batch.count(), first + STATES);
                    scratch.begin(batch, first, last, from, length);
                    for (int n = 0; n < rows.count(); n++) {
                        add(n, first, last, from, length, weights, scratch);
                    }
                    for (int b = first; b < last; b++) {
                        int at = (batch.first() + b) * rows.dimension() + from;
                        double[] sums = scratch.sums[b - first];
                        for (int j = 0; j < length; j++) {
                            out[at + j] = origin * batch.states()[at + j] + scale * sums[j];
                        }
                    }
                }));
    }

    private void add(int n, int first, int last, int from, int length, double[] weights, Scratch scratch) {
        boolean read = false;
        for (int b = first; b < last; b++) {
            double weight = weights[b * rows.count() + n];
            if (weight != 0) {
                if (!read) {
                    rows.read(n, from, length, scratch.row);
                    read = true;
                }
                addDifference(weight, scratch.row, scratch.states[b - first], length, scratch.sums[b - first]);
            }
        }
    }

    private static void addDifference(double weight, double[] row, double[] state, int length, double[] sums) {
        for (int j = 0; j < length; j++) {
            sums[j] += weight * (row[j] - state[j]);
        }
    }

    /** What one task writes over. */
    private final class Scratch {

        final double[] row = new double[BLOCK];
        final double[][] states = new double[STATES][BLOCK];
        final double[][] sums = new double[STATES][BLOCK];

        void begin(Batch batch, int first, int last, int from, int length) {
            for (int b = first; b < last; b++) {
                int at = (batch.first() + b) * rows.dimension() + from;
                System.arraycopy(batch.states(), at, states[b - first], 0, length);
                Arrays.fill(sums[b - first], 0);
            }
        }
    }
}
