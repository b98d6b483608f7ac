package org.rote.numerics;

import org.rote.spi.RunExecutor;

/**
 * N training models of d values each, held for repeated use by {@link MemorizedScore}.
 *
 * <p>Two storages. {@link Storage#FLOAT64} keeps the rows as given. {@link Storage#FLOAT32} halves the memory and keeps every column c_k + ã_nk:
 * the centre c_k is the column's mean rounded to a float, used only where all entries of the column lie between c_k/2 and 2 c_k, so that the
 * subtraction is exact (Sterbenz's lemma); elsewhere c_k = 0, and the entries are no larger than a small multiple of their spread anyway. Rows that
 * are floats are therefore held exactly, and velocities of 3 000 m/s that differ by 1 m/s leave inner products that do not cancel.
 *
 * <p>Memory: 4 (float) or 8 (double) bytes a value, floats for N rounded up to a multiple of 8, and some bytes a row and a column. Arrays hold up to 2²⁷ values each, so
 * there is no limit at 2³¹.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class TrainingMatrix {

    /** How values are held. */
    public enum Storage {
        /** 4 bytes a value; scores by blocked matrix products. */
        FLOAT32,
        /** 8 bytes a value; scores by differences, all in double. */
        FLOAT64
    }

    private final Rows rows;

    TrainingMatrix(Rows rows) {
        this.rows = rows;
    }

    /**
     * Begins a matrix whose storage follows from its rows: {@link Storage#FLOAT64} up to 131 072 values, where time and memory do not matter, or when a row is not
     * made of floats; {@link Storage#FLOAT32} otherwise. The first row that is not made of floats turns the rows before it into doubles, one array
     * (at most 512 MiB) at a time.
     *
     * @param count N, at least 1
     * @param dimension d, at least 1
     * @return takes the rows in order
     */
    public static TrainingMatrixBuilder builder(int count, int dimension) {
        return TrainingMatrixBuilder.automatic(count, dimension);
    }

    /**
     * Begins a matrix with the caller's choice of storage. {@link Storage#FLOAT32} rounds what is not a float: by 6e-8 of its size, 0.2 mm/s in 3 000 m/s.
     *
     * @param count N, at least 1
     * @param dimension d, at least 1
     * @param storage how to hold the values
     * @return takes the rows in order
     */
    public static TrainingMatrixBuilder builder(int count, int dimension, Storage storage) {
        return TrainingMatrixBuilder.of(count, dimension, storage);
    }

    /**
     * How many training models.
     *
     * @return N
     */
    public int count() {
        return rows.count();
    }

    /**
     * The length of a model.
     *
     * @return d
     */
    public int dimension() {
        return rows.dimension();
    }

    /**
     * How the values are held.
     *
     * @return the storage that was chosen
     */
    public Storage storage() {
        return rows.storage();
    }

    /**
     * Copies out one training model.
     *
     * @param n its number, from 0
     * @param out receives x_n, d values; overwritten whole
     */
    public void row(int n, double[] out) {
        rows.read(n, out);
    }

    /** How the rows lie in memory. */
    Rows rows() {
        return rows;
    }

    /** The passes over these rows. */
    Lookup lookup(double[] logWeights, RunExecutor executor) {
        return rows.lookup(logWeights, executor);
    }
}
