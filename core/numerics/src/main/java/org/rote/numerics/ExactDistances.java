package org.rote.numerics;

import java.util.Arrays;
import org.rote.spi.RunExecutor;

/**
 * Squared distances |X_b − x_n|² of some states to some training models each, in double, from differences.
 *
 * <p>Done {@link #DEPTH} columns at a time, in the order of the training models: those columns of all states stay in the second-level cache, and every training model is read once for all states that ask for it.
 */
final class ExactDistances {

    /** Columns of 512 states: 1 MiB. */
    private static final int DEPTH = 256;

    /** Training models of a task at most. */
    private static final int MOST = 1024;

    private final Rows rows;
    private final RunExecutor executor;
    private final int count;
    private final int dimension;
    private final int blocks;

    ExactDistances(TrainingMatrix models, RunExecutor executor) {
        this.rows = models.rows();
        this.executor = executor;
        this.count = models.count();
        this.dimension = models.dimension();
        this.blocks = (dimension + DEPTH - 1) / DEPTH;
    }

    /**
     * Computes them.
     *
     * @param states one after another
     * @param first number of the first state that is meant
     * @param asked for each state the numbers of training models
     * @return as many squared distances
     */
    double[][] squared(double[] states, int first, int[][] asked) {
        int[] ends = new int[count + 1];
        for (int[] models : asked) {
            for (int n : models) {
                ends[n + 1]++;
            }
        }
        for (int n = 0; n < count; n++) {
            ends[n + 1] += ends[n];
        }
        // Filled from each model's beginning, which thereby becomes its end, the beginning of the next.
        int[] owners = new int[ends[count]];
        int[][] entries = new int[asked.length][];
        for (int b = 0; b < asked.length; b++) {
            entries[b] = new int[asked[b].length];
            for (int c = 0; c < asked[b].length; c++) {
                entries[b][c] = ends[asked[b][c]]++;
                owners[entries[b][c]] = b;
            }
        }
        double[] sums = sums(packed(states, first, asked.length), asked.length, ends, owners);
        double[][] squared = new double[asked.length][];
        for (int b = 0; b < asked.length; b++) {
            int[] places = entries[b];
            squared[b] = new double[places.length];
            Arrays.setAll(squared[b], c -> sums[places[c]]);
        }
        return squared;
    }

    private int depth(int block) {
        return Math.min(DEPTH, dimension - block * DEPTH);
    }

    /** The columns of a block of all states, one state after another; block after block. */
    private double[] packed(double[] states, int first, int number) {
        double[] packed = new double[Math.multiplyExact(number, dimension)];
        executor.forEach(blocks, block -> {
            int at = block * DEPTH * number;
            for (int b = 0; b < number; b++) {
                int from = (first + b) * dimension + block * DEPTH;
                System.arraycopy(states, from, packed, at + b * depth(block), depth(block));
            }
        });
        return packed;
    }

    private double[] sums(double[] packed, int number, int[] ends, int[] owners) {
        double[] sums = new double[owners.length];
        int size = Blocks.size(count, MOST, 1, executor.parallelism());
        executor.forEach((count + size - 1) / size, task -> {
            MatrixKernels kernels = Kernels.create();
            double[] row = new double[DEPTH];
            for (int block = 0; block < blocks; block++) {
                int depth = depth(block);
                int at = block * DEPTH * number;
                for (int n = task * size; n < Math.min(count, (task + 1) * size); n++) {
                    int from = n == 0 ? 0 : ends[n - 1];
                    if (from < ends[n]) {
                        rows.read(n, block * DEPTH, depth, row);
                    }
                    for (int entry = from; entry < ends[n]; entry++) {
                        sums[entry] += kernels.squaredDistance(packed, at + owners[entry] * depth, row, depth);
                    }
                }
            }
        });
        return sums;
    }
}
