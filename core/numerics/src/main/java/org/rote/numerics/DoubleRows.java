package org.rote.numerics;

import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.spi.RunExecutor;

/** Rows of doubles, one after another, in as few arrays as fit, each made when its first row is written. */
final class DoubleRows implements Rows {

    private final int count;
    private final int dimension;
    private final int rowsPerArray;
    private final double[][] arrays;

    DoubleRows(int count, int dimension) {
        this.count = count;
        this.dimension = dimension;
        this.rowsPerArray = Rows.rowsPerArray(count, dimension);
        this.arrays = new double[(count + rowsPerArray - 1) / rowsPerArray][0];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Storage storage() {
        return Storage.FLOAT64;
    }

    @Override
    public void write(int n, double[] row) {
        int a = n / rowsPerArray;
        if (arrays[a].length == 0) {
            arrays[a] = new double[Math.min(rowsPerArray, count - a * rowsPerArray) * dimension];
        }
        System.arraycopy(row, 0, arrays[a], offset(n), dimension);
    }

    @Override
    public void read(int n, int from, int length, double[] out) {
        System.arraycopy(array(n), offset(n) + from, out, 0, length);
    }

    @Override
    public Lookup lookup(double[] logWeights, RunExecutor executor) {
        return new ExactLookup(this, logWeights, executor);
    }

    /** The array that holds row n, from {@link #offset} on. */
    double[] array(int n) {
        return arrays[n / rowsPerArray];
    }

    int offset(int n) {
        return n % rowsPerArray * dimension;
    }
}
