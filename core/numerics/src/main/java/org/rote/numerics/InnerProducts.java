package org.rote.numerics;

import java.util.Arrays;
import java.util.function.Supplier;
import org.rote.numerics.Lookup.Batch;
import org.rote.spi.RunExecutor;

/**
 * Inner products X̃_b · ã_n of all states of a batch with all training models, x̃ = x − c, as a blocked matrix product.
 *
 * <p>States are packed once a call, {@link #DEPTH} columns at a time, into panels as wide as the kernels ask; training models are read where they lie. A panel stays
 * in the first-level cache, a task's training models within a block of columns in the second. A sum is one chain of {@link #DEPTH} terms, {@link #FLUSH} chains added in single
 * precision, those added in double, so its bits depend on neither the size of tasks nor the width of panels.
 */
final class InnerProducts {

    static final int DEPTH = 256;
    private static final int FLUSH = 16;
    private static final int MOST_ROWS = 192;
    private static final int TILE = MatrixKernels.TILE;

    private final int count;
    private final int dimension;
    private final int depthBlocks;
    private final SingleRows rows;
    private final double[] centre;
    private final RunExecutor executor;
    private final int width;
    private final Pool<Scratch> scratches;

    private float[] packed = new float[0];
    private double[] partialNorms = new double[0];
    private int states;
    private int paddedStates;

    InnerProducts(SingleRows rows, RunExecutor executor, Supplier<MatrixKernels> kernels) {
        this.count = rows.count();
        this.dimension = rows.dimension();
        this.depthBlocks = (dimension + DEPTH - 1) / DEPTH;
        this.rows = rows;
        this.centre = rows.centre();
        this.executor = executor;
        this.width = kernels.get().panelWidth();
        this.scratches = new Pool<>(() -> new Scratch(kernels.get()));
    }

    /** products[b N + n] = X̃_b · ã_n. */
    void compute(Batch batch, double[] products) {
        states = batch.count();
        paddedStates = (states + width - 1) / width * width;
        if (packed.length < dimension * paddedStates) {
            packed = new float[dimension * paddedStates];
            partialNorms = new double[depthBlocks * paddedStates];
        }
        executor.forEach(depthBlocks, block -> pack(batch, block));
        int taskRows = Blocks.size(count, MOST_ROWS, TILE, executor.parallelism());
        int tasks = (count + taskRows - 1) / taskRows;
        executor.forEach(
                tasks,
                task -> scratches.use(scratch -> {
                    int to = Math.min(count, (task + 1) * taskRows);
                    for (int n = task * taskRows; n < to; ) {
                        int length = Math.min(to - n, rows.contiguous(n));
                        multiply(n, length, scratch, products);
                        n += length;
                    }
                }));
    }

    /** |X̃_b|² of the batch last computed. */
    double squaredNorm(int b) {
        double sum = 0;
        for (int block = 0; block < depthBlocks; block++) {
            sum += partialNorms[block * paddedStates + b];
        }
        return sum;
    }

    private int depth(int block) {
        return Math.min(DEPTH, dimension - block * DEPTH);
    }

    /** Panel j of a block holds states j w … j w + w − 1, value k of all of them side by side. Four states at a time, to write a cache line in fewer passes. */
    private void pack(Batch batch, int block) {
        int depth = depth(block);
        for (int b = 0; b < paddedStates; b += 4) {
            int at = block * DEPTH * paddedStates + b / width * width * depth + b % width;
            if (b + 4 <= states) {
                packFour(batch, b, block, at);
            } else {
                for (int i = 0; i < 4; i++) {
                    packOne(batch, b + i, block, at + i);
                }
            }
        }
    }

    private void packFour(Batch batch, int b, int block, int at) {
        double[] values = batch.states();
        int from = block * DEPTH;
        int s0 = (batch.first() + b) * dimension + from;
        int s1 = s0 + dimension;
        int s2 = s1 + dimension;
        int s3 = s2 + dimension;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int depth = depth(block);
        for (int k = 0; k < depth; k++) {
            double middle = centre[from + k];
            double value0 = values[s0 + k] - middle;
            double value1 = values[s1 + k] - middle;
            double value2 = values[s2 + k] - middle;
            double value3 = values[s3 + k] - middle;
            sum0 += value0 * value0;
            sum1 += value1 * value1;
            sum2 += value2 * value2;
            sum3 += value3 * value3;
            int p = at + k * width;
            packed[p] = (float) value0;
            packed[p + 1] = (float) value1;
            packed[p + 2] = (float) value2;
            packed[p + 3] = (float) value3;
        }
        int norm = block * paddedStates + b;
        partialNorms[norm] = sum0;
        partialNorms[norm + 1] = sum1;
        partialNorms[norm + 2] = sum2;
        partialNorms[norm + 3] = sum3;
    }

    private void packOne(Batch batch, int b, int block, int at) {
        int from = block * DEPTH;
        int s = (batch.first() + b) * dimension + from;
        double sum = 0;
        int depth = depth(block);
        for (int k = 0; k < depth; k++) {
            double value = b < states ? batch.states()[s + k] - centre[from + k] : 0;
            sum += value * value;
            packed[at + k * width] = (float) value;
        }
        partialNorms[block * paddedStates + b] = sum;
    }

    private void multiply(int from, int length, Scratch scratch, double[] products) {
        int tiles = (length + TILE - 1) / TILE;
        float[] sums = scratch.zeroes(tiles * TILE * paddedStates);
        for (int block = 0; block < depthBlocks; block++) {
            int depth = depth(block);
            for (int panel = 0; panel < paddedStates; panel += width) {
                scratch.kernels.multiplyAdd(
                        tiles,
                        depth,
                        rows.array(from),
                        rows.offset(from) + block * DEPTH * TILE,
                        dimension * TILE,
                        packed,
                        block * DEPTH * paddedStates + panel * depth,
                        sums,
                        panel,
                        paddedStates);
            }
            if ((block + 1) % FLUSH == 0 || block + 1 == depthBlocks) {
                flush(sums, from, length, products, block < FLUSH);
            }
        }
    }

    private void flush(float[] sums, int from, int length, double[] products, boolean first) {
        for (int i = 0; i < length; i++) {
            int at = i * paddedStates;
            for (int b = 0; b < states; b++) {
                int p = b * count + from + i;
                products[p] = first ? sums[at + b] : products[p] + sums[at + b];
                sums[at + b] = 0;
            }
        }
    }

    /** What one task writes over. */
    private static final class Scratch {

        final MatrixKernels kernels;
        private float[] sums = new float[0];

        Scratch(MatrixKernels kernels) {
            this.kernels = kernels;
        }

        float[] zeroes(int length) {
            if (sums.length < length) {
                sums = new float[length];
            } else {
                Arrays.fill(sums, 0, length, 0);
            }
            return sums;
        }
    }
}
