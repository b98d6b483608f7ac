package org.rote.numerics;

import java.util.Arrays;
import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.spi.RunExecutor;

/**
 * Rows of floats in groups of {@link #GROUP}, value k of all rows of a group side by side: the order in which the matrix kernels read them. The last group is filled up with
 * zero rows. As few arrays as fit, each made when its first row is written: a garbage collector that rounds large arrays up to its regions wastes up to one region for each.
 */
final class SingleRows implements Rows {

    /** Rows of a group. */
    static final int GROUP = MatrixKernels.TILE;

    private static final float[] NONE = {};

    private final int count;
    private final int dimension;
    private final int rowsPerArray;
    private final float[][] arrays;
    private final double[] centre;
    private final double[] squaredNorms;

    SingleRows(int count, int dimension) {
        this(count, dimension, Rows.rowsPerArray(count, dimension));
    }

    SingleRows(int count, int dimension, int rowsPerArray) {
        this.count = count;
        this.dimension = dimension;
        this.rowsPerArray = rowsPerArray;
        this.arrays = new float[(count + rowsPerArray - 1) / rowsPerArray][0];
        this.centre = new double[dimension];
        this.squaredNorms = new double[count];
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
        return Storage.FLOAT32;
    }

    @Override
    public void write(int n, double[] row) {
        int a = n / rowsPerArray;
        if (arrays[a].length == 0) {
            int rows = Math.min(rowsPerArray, count - a * rowsPerArray);
            arrays[a] = new float[(rows + GROUP - 1) / GROUP * GROUP * dimension];
        }
        float[] array = arrays[a];
        int at = offset(n);
        for (int k = 0; k < dimension; k++) {
            array[at + k * GROUP] = (float) row[k];
        }
    }

    @Override
    public void read(int n, int from, int length, double[] out) {
        float[] array = array(n);
        int at = offset(n) + from * GROUP;
        for (int k = 0; k < length; k++) {
            out[k] = array[at + k * GROUP] + centre[from + k];
        }
    }

    @Override
    public Lookup lookup(double[] logWeights, RunExecutor executor) {
        return new BlockedLookup(this, logWeights, executor, Kernels::create);
    }

    /** The array that holds row n: value k at {@code offset(n) + k * GROUP}. */
    float[] array(int n) {
        return arrays[n / rowsPerArray];
    }

    int offset(int n) {
        int row = n % rowsPerArray;
        return row / GROUP * GROUP * dimension + row % GROUP;
    }

    /** Rows from n on that lie in one array. */
    int contiguous(int n) {
        return Math.min(rowsPerArray - n % rowsPerArray, count - n);
    }

    /** c: the rows held are x_n − c. All zeros before {@link #centre(double[])}. */
    double[] centre() {
        return centre;
    }

    /** |x_n − c|², known after {@link #centre(double[])}. */
    double[] squaredNorms() {
        return squaredNorms;
    }

    /**
     * Subtracts a centre from all rows and takes their norms.
     *
     * @param values the centre: floats from which the subtraction is exact
     */
    void centre(double[] values) {
        System.arraycopy(values, 0, centre, 0, dimension);
        double[] sums = new double[GROUP];
        for (int n = 0; n < count; n += GROUP) {
            int rows = Math.min(GROUP, count - n);
            Arrays.fill(sums, 0);
            centreGroup(array(n), offset(n), rows, sums);
            System.arraycopy(sums, 0, squaredNorms, n, rows);
        }
    }

    private void centreGroup(float[] array, int at, int rows, double[] sums) {
        for (int k = 0; k < dimension; k++) {
            float middle = (float) centre[k];
            for (int i = 0; i < rows; i++) {
                float value = array[at + k * GROUP + i] - middle;
                array[at + k * GROUP + i] = value;
                sums[i] += (double) value * value;
            }
        }
    }

    /** The first rows as doubles. These rows are of no use afterwards: arrays are let go one by one, so that both are never held whole. */
    DoubleRows toDoubles(int rows) {
        DoubleRows result = new DoubleRows(count, dimension);
        double[] row = new double[dimension];
        for (int n = 0; n < rows; n++) {
            read(n, row);
            result.write(n, row);
            if (contiguous(n) == 1) {
                arrays[n / rowsPerArray] = NONE;
            }
        }
        return result;
    }
}
