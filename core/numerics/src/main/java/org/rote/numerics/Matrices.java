package org.rote.numerics;

import java.util.Arrays;
import org.rote.spi.RunExecutor;

/**
 * Products of dense matrices in double precision, row by row in flat arrays. Blocked for the cache; tasks of fixed size go to the executor, so results do not depend
 * on how many threads it has, to the last bit. Cost: 2 m n k operations; memory: half a megabyte for each task at work.
 */
public final class Matrices {

    private static final int ROWS = 64;
    private static final int COLUMNS = 256;
    private static final int DEPTH = 128;

    private Matrices() {}

    /**
     * C = A B.
     *
     * @param a A, {@code rows} × {@code inner}; not modified
     * @param rows rows of A
     * @param inner columns of A and rows of B
     * @param b B, {@code inner} × {@code columns}; not modified
     * @param columns columns of B
     * @param out receives C, {@code rows} × {@code columns}; overwritten; neither A nor B
     * @param executor runs the blocks
     * @throws IllegalArgumentException when an array is too short
     */
    public static void multiply(
            double[] a, int rows, int inner, double[] b, int columns, double[] out, RunExecutor executor) {
        checkLengths(a, rows, inner, b, columns, out);
        product(a, rows, inner, columns, out, executor, (k, j) -> b[k * columns + j]);
    }

    /**
     * C = A Bᵀ; A Aᵀ for B the same array.
     *
     * @param a A, {@code rows} × {@code inner}; not modified
     * @param rows rows of A
     * @param inner columns of A and of B
     * @param b B, {@code columns} × {@code inner}; not modified
     * @param columns rows of B, which are columns of C
     * @param out receives C, {@code rows} × {@code columns}; overwritten; neither A nor B
     * @param executor runs the blocks
     * @throws IllegalArgumentException when an array is too short
     */
    public static void multiplyTransposed(
            double[] a, int rows, int inner, double[] b, int columns, double[] out, RunExecutor executor) {
        checkLengths(a, rows, inner, b, columns, out);
        product(a, rows, inner, columns, out, executor, (k, j) -> b[j * inner + k]);
    }

    private interface Entries {
        double at(int k, int j);
    }

    private static void product(
            double[] a, int rows, int inner, int columns, double[] out, RunExecutor executor, Entries right) {
        int across = (columns + COLUMNS - 1) / COLUMNS;
        int down = (rows + ROWS - 1) / ROWS;
        executor.forEach(across * down, task -> {
            int column = task % across * COLUMNS;
            int width = Math.min(COLUMNS, columns - column);
            int row = task / across * ROWS;
            int height = Math.min(ROWS, rows - row);
            double[][] panel = new double[Math.min(DEPTH, inner)][width];
            double[][] sums = new double[height][width];
            for (int k = 0; k < inner; k += DEPTH) {
                int depth = Math.min(DEPTH, inner - k);
                pack(right, k, depth, column, panel);
                for (int i = 0; i < height; i++) {
                    DenseLoops.addRows(sums[i], 1, a, (row + i) * inner + k, panel, 0, depth, width);
                }
            }
            for (int i = 0; i < height; i++) {
                System.arraycopy(sums[i], 0, out, (row + i) * columns + column, width);
            }
        });
    }

    private static void pack(Entries right, int from, int depth, int column, double[][] panel) {
        for (int k = 0; k < depth; k++) {
            double[] line = panel[k];
            int row = from + k;
            Arrays.setAll(line, j -> right.at(row, column + j));
        }
    }

    private static void checkLengths(double[] a, int rows, int inner, double[] b, int columns, double[] out) {
        if (a.length < (long) rows * inner || b.length < (long) inner * columns || out.length < (long) rows * columns) {
            throw new IllegalArgumentException("product: arrays of " + a.length + ", " + b.length + " and " + out.length
                    + " numbers are too short for rows=" + rows + ", inner=" + inner + ", columns=" + columns);
        }
    }
}
