package org.rote.numerics;

import java.util.Arrays;
import org.rote.spi.RunExecutor;

/**
 * Both passes in double, from differences. Loops are written so that the compiler turns them into vector instructions: each array is read and written at the loop's
 * own index, so blocks of rows are copied out (the first pass turns them, training models along the loop) and serve all states.
 */
final class ExactLookup implements Lookup {

    /** Training models of a task in the first pass, columns of a task in the second. */
    private static final int BLOCK = 256;

    /** Columns copied out at once in the first pass; a multiple of 4. */
    private static final int DEPTH = 64;

    /** States of a task in the second pass. */
    private static final int STATES = 16;

    private final int count;
    private final int dimension;
    private final DoubleRows rows;
    private final double[] logWeights;
    private final RunExecutor executor;
    private final Pool<Scratch> scratches = new Pool<>(Scratch::new);

    ExactLookup(DoubleRows rows, double[] logWeights, RunExecutor executor) {
        this.count = rows.count();
        this.dimension = rows.dimension();
        this.rows = rows;
        this.logWeights = logWeights;
        this.executor = executor;
    }

    @Override
    public void logits(Batch batch, double sigma, double[] logits) {
        double scale = 1 / (2 * sigma * sigma);
        int tasks = (count + BLOCK - 1) / BLOCK;
        executor.forEach(
                tasks,
                task -> scratches.use(scratch -> {
                    int from = task * BLOCK;
                    int to = Math.min(count, from + BLOCK);
                    squaredDistances(batch, from, to, scratch);
                    for (int b = 0; b < batch.count(); b++) {
                        double[] distances = scratch.sums(b);
                        for (int n = from; n < to; n++) {
                            logits[b * count + n] = logWeights[n] - distances[n - from] * scale;
                        }
                    }
                }));
    }

    private void squaredDistances(Batch batch, int from, int to, Scratch scratch) {
        for (int b = 0; b < batch.count(); b++) {
            Arrays.fill(scratch.sums(b), 0);
        }
        double[][] columns = scratch.columns;
        double[] states = batch.states();
        for (int k0 = 0; k0 < dimension; k0 += DEPTH) {
            int depth = Math.min(DEPTH, dimension - k0);
            turn(from, to, k0, depth, columns);
            for (int b = 0; b < batch.count(); b++) {
                int at = (batch.first() + b) * dimension + k0;
                double[] sums = scratch.sums(b);
                int k = 0;
                for (; k + 4 <= depth; k += 4) {
                    addSquares(states[at + k], columns[k], states[at + k + 1], columns[k + 1], to - from, sums);
                    addSquares(states[at + k + 2], columns[k + 2], states[at + k + 3], columns[k + 3], to - from, sums);
                }
                for (; k < depth; k++) {
                    addSquares(states[at + k], columns[k], to - from, sums);
                }
            }
        }
    }

    /** columns[k][n − from] = x_n[k0 + k]. */
    private void turn(int from, int to, int k0, int depth, double[][] columns) {
        for (int n = from; n < to; n++) {
            double[] array = rows.array(n);
            int at = rows.offset(n) + k0;
            for (int k = 0; k < depth; k++) {
                columns[k][n - from] = array[at + k];
            }
        }
    }

    private static void addSquares(double x, double[] a, double y, double[] b, int length, double[] sums) {
        for (int j = 0; j < length; j++) {
            double first = x - a[j];
            double second = y - b[j];
            sums[j] += first * first + second * second;
        }
    }

    private static void addSquares(double x, double[] a, int length, double[] sums) {
        for (int j = 0; j < length; j++) {
            double first = x - a[j];
            sums[j] += first * first;
        }
    }

    @Override
    public void displacements(Batch batch, double[] responsibilities, double origin, double scale, double[] out) {
        int blocks = (dimension + BLOCK - 1) / BLOCK;
        int groups = (batch.count() + STATES - 1) / STATES;
        executor.forEach(
                blocks * groups,
                task -> scratches.use(scratch -> {
                    int from = task % blocks * BLOCK;
                    int length = Math.min(BLOCK, dimension - from);
                    int first = task / blocks * STATES;
                    int last = Math.min(batch.count(), first + STATES);
                    for (int b = first; b < last; b++) {
                        int at = (batch.first() + b) * dimension + from;
                        System.arraycopy(batch.states(), at, scratch.states[b - first], 0, length);
                        Arrays.fill(scratch.sums(b - first), 0);
                    }
                    for (int n = 0; n < count; n++) {
                        System.arraycopy(rows.array(n), rows.offset(n) + from, scratch.columns[0], 0, length);
                        for (int b = first; b < last; b++) {
                            double weight = responsibilities[b * count + n];
                            if (weight > 0) {
                                addDifference(
                                        weight,
                                        scratch.columns[0],
                                        scratch.states[b - first],
                                        length,
                                        scratch.sums(b - first));
                            }
                        }
                    }
                    for (int b = first; b < last; b++) {
                        int at = (batch.first() + b) * dimension + from;
                        double[] sums = scratch.sums(b - first);
                        for (int j = 0; j < length; j++) {
                            out[at + j] = origin * batch.states()[at + j] + scale * sums[j];
                        }
                    }
                }));
    }

    private static void addDifference(double weight, double[] row, double[] state, int length, double[] sums) {
        for (int j = 0; j < length; j++) {
            sums[j] += weight * (row[j] - state[j]);
        }
    }

    /** What one task writes over. */
    private static final class Scratch {

        final double[][] columns = new double[DEPTH][BLOCK];
        final double[][] states = new double[STATES][BLOCK];
        private double[][] sums = new double[0][];

        double[] sums(int b) {
            if (b >= sums.length) {
                int before = sums.length;
                sums = Arrays.copyOf(sums, Math.max(b + 1, 2 * before));
                for (int i = before; i < sums.length; i++) {
                    sums[i] = new double[BLOCK];
                }
            }
            return sums[b];
        }
    }
}
