package org.rote.operators.rays;

import java.util.Arrays;

/**
 * A sparse matrix by rows: row r holds {@code values[starts[r]] …} in columns {@code columns[starts[r]] …}. Immutable once built. Each product writes every number
 * once, from one row.
 */
final class SparseRows {

    private final int width;
    private final int[] starts;
    private final int[] columns;
    private final double[] values;

    private SparseRows(int width, int[] starts, int[] columns, double[] values) {
        this.width = width;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    int height() {
        return starts.length - 1;
    }

    /** out = A x; 2 operations and 20 bytes an entry. */
    void multiply(double[] x, double[] out) {
        for (int r = 0; r < height(); r++) {
            double sum = 0;
            for (int e = starts[r]; e < starts[r + 1]; e++) {
                sum += values[e] * x[columns[e]];
            }
            out[r] = sum;
        }
    }

    /** The transpose, itself by rows. */
    SparseRows transposed() {
        int[] next = new int[width + 1];
        for (int e = 0; e < starts[height()]; e++) {
            next[columns[e] + 1]++;
        }
        for (int c = 0; c < width; c++) {
            next[c + 1] += next[c];
        }
        int[] transposedStarts = next.clone();
        int[] transposedColumns = new int[starts[height()]];
        double[] transposedValues = new double[starts[height()]];
        for (int r = 0; r < height(); r++) {
            for (int e = starts[r]; e < starts[r + 1]; e++) {
                int place = next[columns[e]]++;
                transposedColumns[place] = r;
                transposedValues[place] = values[e];
            }
        }
        return new SparseRows(height(), transposedStarts, transposedColumns, transposedValues);
    }

    /** Collects rows one after another. */
    static final class Builder {

        private static final int MOST_ENTRIES = Integer.MAX_VALUE - 8;

        private final int width;
        private final int[] starts;
        private int row;
        private int[] columns = new int[1024];
        private double[] values = new double[1024];

        Builder(int height, int width) {
            this.width = width;
            this.starts = new int[height + 1];
        }

        /** Whether a row of so many entries can still be added. */
        boolean hasRoomFor(int entries) {
            return entries <= MOST_ENTRIES - starts[row];
        }

        void add(RayTracer ray) {
            int start = starts[row];
            reserve(start + ray.count());
            for (int e = 0; e < ray.count(); e++) {
                columns[start + e] = ray.cell(e);
                values[start + e] = ray.length(e);
            }
            row++;
            starts[row] = start + ray.count();
        }

        private void reserve(int entries) {
            if (entries > columns.length) {
                int larger = (int) Math.min(MOST_ENTRIES, Math.max(entries, 2L * columns.length));
                columns = Arrays.copyOf(columns, larger);
                values = Arrays.copyOf(values, larger);
            }
        }

        SparseRows build() {
            return new SparseRows(
                    width, starts, Arrays.copyOf(columns, starts[row]), Arrays.copyOf(values, starts[row]));
        }
    }
}
