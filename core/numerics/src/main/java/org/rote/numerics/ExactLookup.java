package org.rote.numerics;

import java.util.Arrays;
import org.rote.spi.RunExecutor;

/**
 * Both passes in double, from differences. Loops are written so that the compiler turns them into vector instructions: each array is read and written at the loop's
 * own index, so blocks of rows are copied out, turned so that training models lie along the loop, and serve all states. The second pass is {@link ExactDisplacements}.
 */
final class ExactLookup implements Lookup {

    /** Training models of a task. */
    private static final int BLOCK = 256;

    /** Columns copied out at once; a multiple of 4. */
    private static final int DEPTH = 64;

    private final int count;
    private final int dimension;
    private final DoubleRows rows;
    private final double[] logWeights;
    private final RunExecutor executor;
    private final ExactDisplacements displacements;
    private final Pool<Scratch> scratches = new Pool<>(Scratch::new);

    ExactLookup(DoubleRows rows, double[] logWeights, RunExecutor executor) {
        this.count = rows.count();
        this.dimension = rows.dimension();
        this.rows = rows;
        this.logWeights = logWeights;
        this.executor = executor;
        this.displacements = new ExactDisplacements(rows, executor);
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
        displacements.sum(batch, responsibilities, origin, scale, out);
    }

    /** What one task writes over. */
    private static final class Scratch {

        final double[][] columns = new double[DEPTH][BLOCK];
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
