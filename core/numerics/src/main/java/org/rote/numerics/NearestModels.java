package org.rote.numerics;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.rote.numerics.Lookup.Batch;
import org.rote.spi.RunExecutor;

/**
 * The k training models nearest to each of many states, exactly: |X_b − x_n| in double, from differences.
 *
 * <p>A matrix product in single precision gives every squared distance with an error of at most E = 2 · {@value #CHAIN} u |X_b| max_n |x_n|, u = 2⁻²⁴, norms taken from the centre of the training set. All models that could be
 * among the k nearest, those within 2 E of the k-th in this order, are computed again from differences. So the neighbours are the right ones, and a copy of a training model has the distance 0.
 *
 * <p><b>Cost.</b> N d multiplications in single precision and somewhat over k d in double for each state. The distance matrix is never held, only that of at most {@value #LARGEST_BATCH} states at a time. What is computed again is computed in
 * the order of the training models, so that each is read once for all states of a batch. Training sets held in double get a copy in single precision.
 *
 * <p><b>Threads.</b> Tasks go to the executor given; results do not depend on their number. One call at a time.
 */
public final class NearestModels {

    /** The longest chains of sums in single precision, of terms and then of chains, and the roundings of the factors: see {@link InnerProducts}. */
    private static final int CHAIN = 280;

    private static final double UNIT_ROUNDOFF = 0x1p-24;
    private static final int LARGEST_BATCH = 512;

    /** Of training sets so large that this many states need more than {@link #LARGEST_TABLE} no more are taken at once. */
    private static final int SMALLEST_BATCH = 128;

    private static final int LARGEST_TABLE = 1 << 23;
    private static final int NONE = -1;

    private final int count;
    private final int dimension;
    private final TrainingMatrix models;
    private final SingleRows single;
    private final double[] shift;
    private final double largestNorm;
    private final RunExecutor executor;
    private final InnerProducts products;
    private final ExactDistances exact;
    private final Pool<NearestOrder> orders;

    /**
     * Prepares to search a training set.
     *
     * @param models the training models
     * @param executor runs the blocks
     */
    public NearestModels(TrainingMatrix models, RunExecutor executor) {
        this.count = models.count();
        this.dimension = models.dimension();
        this.models = models;
        this.executor = executor;
        this.shift = new double[dimension];
        this.single = models.rows() instanceof SingleRows rows ? rows : centred();
        this.largestNorm = Math.sqrt(Arrays.stream(single.squaredNorms()).max().orElse(0));
        this.products = new InnerProducts(single, executor, Kernels::create);
        this.exact = new ExactDistances(models, executor);
        this.orders = new Pool<>(() -> new NearestOrder(count));
    }

    /** The differences from the mean in single precision; the mean goes to {@link #shift}. */
    private SingleRows centred() {
        double[] row = new double[dimension];
        for (int n = 0; n < count; n++) {
            models.row(n, row);
            DenseLoops.addMultiple(shift, 1.0 / count, row, dimension);
        }
        SingleRows rows = new SingleRows(count, dimension);
        for (int n = 0; n < count; n++) {
            models.row(n, row);
            DenseLoops.addMultiple(row, -1, shift, dimension);
            rows.write(n, row);
        }
        rows.centre(new double[dimension]);
        return rows;
    }

    /**
     * The nearest training models of each state.
     *
     * @param states one after another, finite; not modified
     * @param number how many states
     * @param k how many neighbours, at least 1; of a smaller training set all
     * @return the neighbours
     */
    public Neighbours find(double[] states, int number, int k) {
        return find(states, number, k, b -> NONE);
    }

    /**
     * The nearest other training models of training models, each as if it had been left out. Copies of it count.
     *
     * @param number of the training models asked about: 0, 1 … number − 1
     * @param k how many neighbours, at least 1; of a smaller training set all others
     * @return the neighbours of training model 0, 1, …
     * @throws IllegalArgumentException when there is only one training model, or fewer than {@code number}
     */
    public Neighbours findOthers(int number, int k) {
        if (count < 2 || number > count) {
            throw new IllegalArgumentException(number + " of " + count + " training models have no others");
        }
        int most = Math.min(k, count - 1);
        Neighbours all = new Neighbours(number, most);
        int batch = Math.min(number, largestBatch());
        double[] states = new double[batch * dimension];
        double[] row = new double[dimension];
        for (int first = 0; first < number; first += batch) {
            int length = Math.min(batch, number - first);
            for (int b = 0; b < length; b++) {
                models.row(first + b, row);
                System.arraycopy(row, 0, states, b * dimension, dimension);
            }
            int offset = first;
            all.put(first, find(states, length, most, b -> offset + b));
        }
        return all;
    }

    private Neighbours find(double[] states, int number, int k, IntUnaryOperator leftOut) {
        if (k < 1 || (long) number * dimension > states.length) {
            throw new IllegalArgumentException(
                    k + " neighbours of " + number + " states in an array of " + states.length);
        }
        Neighbours found = new Neighbours(number, Math.min(k, count));
        int batch = Math.max(1, Math.min(number, largestBatch()));
        double[] table = new double[Math.multiplyExact(batch, count)];
        for (int first = 0; first < number; first += batch) {
            int length = Math.min(batch, number - first);
            int offset = first;
            products.compute(shifted(states, first, length), table);
            int[][] candidates = new int[length][];
            executor.forEach(
                    length,
                    b -> orders.use(order ->
                            candidates[b] = candidates(table, b, leftOut.applyAsInt(offset + b), order, found.k())));
            double[][] squared = exact.squared(states, offset, candidates);
            executor.forEach(
                    length, b -> orders.use(order -> rank(candidates[b], squared[b], order, found, offset + b)));
        }
        return found;
    }

    /** States as they lie to {@link #single}. */
    private Batch shifted(double[] states, int first, int length) {
        if (models.rows() == single) {
            return new Batch(states, first, length);
        }
        double[] shifted = Arrays.copyOfRange(states, first * dimension, (first + length) * dimension);
        for (int b = 0; b < length; b++) {
            for (int i = 0; i < dimension; i++) {
                shifted[b * dimension + i] -= shift[i];
            }
        }
        return new Batch(shifted, 0, length);
    }

    private int largestBatch() {
        return Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, LARGEST_TABLE / count));
    }

    /** All training models that could be among the nearest of one state, whose products with them lie in row {@code b} of the table. */
    private int[] candidates(double[] table, int b, int leftOut, NearestOrder order, int k) {
        double squaredNorm = products.squaredNorm(b);
        double[] squaredNorms = single.squaredNorms();
        int at = b * count;
        order.clear(k);
        for (int n = 0; n < count; n++) {
            double squared = squaredNorm + squaredNorms[n] - 2 * table[at + n];
            table[at + n] = squared;
            if (n != leftOut) {
                order.offer(n, squared);
            }
        }
        double error = 2 * CHAIN * UNIT_ROUNDOFF * Math.sqrt(squaredNorm) * largestNorm;
        double threshold = order.greatest() + 2 * error;
        int[] candidates = new int[2 * k];
        int found = 0;
        for (int n = 0; n < count; n++) {
            // Written so that it holds for a product that overflowed.
            if (n != leftOut && !(table[at + n] > threshold)) {
                candidates = found < candidates.length ? candidates : Arrays.copyOf(candidates, 2 * found);
                candidates[found++] = n;
            }
        }
        return Arrays.copyOf(candidates, found);
    }

    private static void rank(int[] candidates, double[] squared, NearestOrder order, Neighbours found, int state) {
        order.clear(found.k());
        for (int c = 0; c < candidates.length; c++) {
            order.offer(candidates[c], squared[c]);
        }
        order.drain(found, state);
    }
}
