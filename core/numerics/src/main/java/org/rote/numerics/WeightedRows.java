package org.rote.numerics;

import java.util.Arrays;
import java.util.function.Supplier;
import org.rote.numerics.Lookup.Batch;
import org.rote.spi.RunExecutor;

/**
 * Displacements Σ_n r_bn (x_n − X_b) of all states of a batch.
 *
 * <p>Training models that dominate a state are summed in double, from differences. The others go through a blocked matrix product, responsibilities times training models, in
 * which only those take part that some state needs; their rows are packed block by block. A sum is one chain over {@link #DEPTH} training models, {@link #FLUSH} chains added in single
 * precision, those added in double. Where chains end follows from the numbers of training models, not from which take part, so a state that shares a batch with others gives the bits that it gives alone.
 */
final class WeightedRows {

    private static final int DEPTH = 256;
    private static final int FLUSH = 16;

    private static final int MOST_COLUMNS = 256;

    /** Columns of a task are a multiple of every panel width. */
    private static final int COLUMN_MULTIPLE = 64;

    private static final int TILE = MatrixKernels.TILE;

    /** Training models of at least this responsibility enter in double: at most 16 for a state. */
    private static final double DOMINANT = 1.0 / 16;

    private static final int MOST_DOMINANT = 16;

    /** Smaller responsibilities than this over N are left out: all of them together change a denoised state by 1e-12 of the training set's extent. */
    private static final double NEGLIGIBLE = 1e-12;

    private static final int ROWS_OF_TASK = 1024;

    private final int count;
    private final int dimension;
    private final SingleRows rows;
    private final double[] centre;
    private final RunExecutor executor;
    private final double negligible;
    private final int width;
    private final Pool<Scratch> scratches;

    private final boolean[] needed;
    private final int[] active;
    private int activeCount;
    private float[] weights = new float[0];
    private double[] totals = new double[0];
    private int[] dominantCounts = new int[0];
    private int[] dominantRows = new int[0];
    private double[] dominantWeights = new double[0];

    WeightedRows(SingleRows rows, RunExecutor executor, Supplier<MatrixKernels> kernels) {
        this.count = rows.count();
        this.dimension = rows.dimension();
        this.rows = rows;
        this.centre = rows.centre();
        this.executor = executor;
        this.width = kernels.get().panelWidth();
        this.scratches = new Pool<>(() -> new Scratch(kernels.get()));
        this.negligible = NEGLIGIBLE / count;
        this.needed = new boolean[count];
        this.active = new int[count];
    }

    private boolean inProduct(double responsibility) {
        return responsibility >= negligible && responsibility < DOMINANT;
    }

    /** Takes the responsibilities of a batch, states × N. */
    void weigh(int states, double[] responsibilities) {
        if (totals.length < states) {
            totals = new double[states];
            dominantCounts = new int[states];
            dominantRows = new int[states * MOST_DOMINANT];
            dominantWeights = new double[states * MOST_DOMINANT];
        }
        findActive(states, responsibilities);
        int tiles = (states + TILE - 1) / TILE;
        if (weights.length < tiles * TILE * activeCount) {
            weights = new float[tiles * TILE * activeCount];
        }
        executor.forEach(tiles, tile -> {
            for (int b = tile * TILE; b < (tile + 1) * TILE; b++) {
                int at = tile * TILE * activeCount + b % TILE;
                if (b < states) {
                    weigh(b, responsibilities, at);
                } else {
                    for (int i = 0; i < activeCount; i++) {
                        weights[at + i * TILE] = 0;
                    }
                }
            }
        });
    }

    private void findActive(int states, double[] responsibilities) {
        int tasks = (count + ROWS_OF_TASK - 1) / ROWS_OF_TASK;
        executor.forEach(tasks, task -> {
            int from = task * ROWS_OF_TASK;
            int to = Math.min(count, from + ROWS_OF_TASK);
            Arrays.fill(needed, from, to, false);
            for (int b = 0; b < states; b++) {
                for (int n = from; n < to; n++) {
                    needed[n] |= inProduct(responsibilities[b * count + n]);
                }
            }
        });
        activeCount = 0;
        for (int n = 0; n < count; n++) {
            if (needed[n]) {
                active[activeCount++] = n;
            }
        }
    }

    /** Sorts the responsibilities of one state into dominant ones and weights of the product; the total is that of the weights as rounded. */
    private void weigh(int b, double[] responsibilities, int weightsAt) {
        int from = b * count;
        double total = 0;
        for (int i = 0; i < activeCount; i++) {
            double responsibility = responsibilities[from + active[i]];
            float weight = inProduct(responsibility) ? (float) responsibility : 0;
            weights[weightsAt + i * TILE] = weight;
            total += weight;
        }
        totals[b] = total;
        int dominant = b * MOST_DOMINANT;
        for (int n = 0; n < count; n++) {
            if (responsibilities[from + n] >= DOMINANT) {
                dominantRows[dominant] = n;
                dominantWeights[dominant++] = responsibilities[from + n];
            }
        }
        dominantCounts[b] = dominant - b * MOST_DOMINANT;
    }

    /** out_b = origin · X_b + scale · Σ_n r_bn (x_n − X_b), with the responsibilities last taken. */
    void displacements(Batch batch, double origin, double scale, double[] out) {
        int columns = Blocks.size(dimension, MOST_COLUMNS, COLUMN_MULTIPLE, executor.parallelism());
        int tasks = (dimension + columns - 1) / columns;
        executor.forEach(
                tasks,
                task -> scratches.use(scratch -> {
                    int from = task * columns;
                    int to = Math.min(dimension, from + columns);
                    scratch.begin(batch.count(), to - from);
                    boolean flushed = multiply(batch, from, to, scratch, out);
                    for (int b = 0; b < batch.count(); b++) {
                        sumDominant(batch, b, from, to, scratch.line);
                        finish(batch, b, from, to, scratch, flushed, origin, scale, out);
                    }
                }));
    }

    /** Leaves the last part of the product in scratch, and tells whether there is a part before it in out. */
    private boolean multiply(Batch batch, int from, int to, Scratch scratch, double[] out) {
        boolean flushed = false;
        int flushedRows = 0;
        for (int p = 0; p < activeCount; ) {
            int block = active[p] / DEPTH;
            if (block / FLUSH > flushedRows) {
                flush(batch, from, to, scratch, flushed, out);
                flushed = true;
                flushedRows = block / FLUSH;
            }
            int depth = activeBefore((block + 1) * DEPTH, p) - p;
            pack(p, depth, from, to, scratch.packed);
            for (int panel = 0; panel < to - from; panel += width) {
                scratch.kernels.multiplyAdd(
                        scratch.tiles,
                        depth,
                        weights,
                        p * TILE,
                        activeCount * TILE,
                        scratch.packed,
                        panel * depth,
                        scratch.sums,
                        panel,
                        scratch.stride);
            }
            p += depth;
        }
        return flushed;
    }

    /** The first place from p on where a row of number {@code end} or more is in the list of active rows. */
    private int activeBefore(int end, int p) {
        int place = p;
        while (place < activeCount && active[place] < end) {
            place++;
        }
        return place;
    }

    private void flush(Batch batch, int from, int to, Scratch scratch, boolean flushed, double[] out) {
        for (int b = 0; b < batch.count(); b++) {
            int o = (batch.first() + b) * dimension + from;
            int s = b * scratch.stride;
            for (int j = 0; j < to - from; j++) {
                out[o + j] = flushed ? out[o + j] + scratch.sums[s + j] : scratch.sums[s + j];
                scratch.sums[s + j] = 0;
            }
        }
    }

    /** Columns from … to of active rows p … p + depth − 1, in panels, the last one filled up with zeros. */
    private void pack(int p, int depth, int from, int to, float[] packed) {
        if ((to - from) % width != 0) {
            Arrays.fill(packed, (to - from) / width * width * depth, packed.length, 0);
        }
        for (int i = 0; i < depth; ) {
            int n = active[p + i];
            float[] array = rows.array(n);
            int at = rows.offset(n);
            boolean whole = n % TILE == 0 && i + TILE <= depth && active[p + i + TILE - 1] == n + TILE - 1;
            for (int k = from; k < to; k += width) {
                int target = (k - from) * depth + i * width;
                int length = Math.min(width, to - k);
                if (whole) {
                    packGroup(array, at + k * TILE, length, packed, target);
                } else {
                    packRow(array, at + k * TILE, length, packed, target);
                }
            }
            i += whole ? TILE : 1;
        }
    }

    private static void packRow(float[] array, int at, int length, float[] packed, int target) {
        for (int j = 0; j < length; j++) {
            packed[target + j] = array[at + j * TILE];
        }
    }

    private void packGroup(float[] array, int at, int length, float[] packed, int target) {
        int t1 = target + width;
        int t2 = t1 + width;
        int t3 = t2 + width;
        int t4 = t3 + width;
        int t5 = t4 + width;
        int t6 = t5 + width;
        int t7 = t6 + width;
        for (int j = 0; j < length; j++) {
            int a = at + j * TILE;
            packed[target + j] = array[a];
            packed[t1 + j] = array[a + 1];
            packed[t2 + j] = array[a + 2];
            packed[t3 + j] = array[a + 3];
            packed[t4 + j] = array[a + 4];
            packed[t5 + j] = array[a + 5];
            packed[t6 + j] = array[a + 6];
            packed[t7 + j] = array[a + 7];
        }
    }

    /** line = Σ over dominant n of r_bn (x_n − X_b), less the product's total times X̃_b. */
    private void sumDominant(Batch batch, int b, int from, int to, double[] line) {
        double[] states = batch.states();
        int s = (batch.first() + b) * dimension + from;
        double total = totals[b];
        for (int j = 0; j < to - from; j++) {
            line[j] = total * (centre[from + j] - states[s + j]);
        }
        for (int i = b * MOST_DOMINANT; i < b * MOST_DOMINANT + dominantCounts[b]; i++) {
            float[] array = rows.array(dominantRows[i]);
            int a = rows.offset(dominantRows[i]) + from * TILE;
            double weight = dominantWeights[i];
            for (int j = 0; j < to - from; j++) {
                line[j] += weight * (centre[from + j] + array[a + j * TILE] - states[s + j]);
            }
        }
    }

    private void finish(
            Batch batch,
            int b,
            int from,
            int to,
            Scratch scratch,
            boolean flushed,
            double origin,
            double scale,
            double[] out) {
        double[] states = batch.states();
        int o = (batch.first() + b) * dimension + from;
        int s = b * scratch.stride;
        for (int j = 0; j < to - from; j++) {
            double product = flushed ? out[o + j] + scratch.sums[s + j] : scratch.sums[s + j];
            out[o + j] = origin * states[o + j] + scale * (scratch.line[j] + product);
        }
    }

    /** What one task writes over. */
    private static final class Scratch {

        final MatrixKernels kernels;
        final float[] packed = new float[DEPTH * MOST_COLUMNS];
        final double[] line = new double[MOST_COLUMNS];
        float[] sums = new float[0];
        int tiles;
        int stride;

        Scratch(MatrixKernels kernels) {
            this.kernels = kernels;
        }

        void begin(int states, int columns) {
            tiles = (states + TILE - 1) / TILE;
            stride = (columns + COLUMN_MULTIPLE - 1) / COLUMN_MULTIPLE * COLUMN_MULTIPLE;
            int length = tiles * TILE * stride;
            if (sums.length < length) {
                sums = new float[length];
            } else {
                Arrays.fill(sums, 0, length, 0);
            }
        }
    }
}
