package org.rote.operators.helmholtz.solver;

import java.util.Arrays;
import org.rote.spi.RunExecutor;

/**
 * Several complex fields on a grid: the solutions, or dense right-hand sides, of a {@link Factors}. Kept node by node: the row of a node begins at {@link #at}; its first
 * {@link #width} numbers are the real parts of all columns, the next {@link #width} their imaginary parts. The width is the number of columns, padded to the length of a vector register; padded columns are zero.
 */
public final class Fields implements AutoCloseable {

    /** Nodes that a thread takes at a time. */
    private static final int CHUNK = 4096;

    private final int nodes;
    private final int columns;
    private final int width;
    private final double[] values;
    private final FieldLoops loops;
    private final RunExecutor executor;
    private final Pool<double[]> pool;
    private boolean closed;

    Fields(int nodes, int columns, int width, FieldLoops loops, RunExecutor executor, Pool<double[]> pool) {
        this.nodes = nodes;
        this.columns = columns;
        this.width = width;
        this.values = pool.take();
        this.loops = loops;
        this.executor = executor;
        this.pool = pool;
    }

    /** Number of rows: nodes of the grid, or those asked for. */
    public int nodes() {
        return nodes;
    }

    /** Number of fields. */
    public int columns() {
        return columns;
    }

    /** Padded number of fields. */
    public int width() {
        return width;
    }

    /** The numbers themselves; perhaps more than {@code 2 · nodes · width}. */
    public double[] values() {
        if (closed) {
            throw new IllegalStateException("these fields are closed");
        }
        return values;
    }

    /**
     * Where the row of a node begins.
     *
     * @param node its number, i · nz + k
     */
    public int at(int node) {
        return 2 * width * node;
    }

    /**
     * Real part of a value.
     *
     * @param node of the grid
     * @param column of the field
     */
    public double real(int node, int column) {
        return values()[at(node) + column];
    }

    /**
     * Imaginary part of a value.
     *
     * @param node of the grid
     * @param column of the field
     */
    public double imaginary(int node, int column) {
        return values()[at(node) + width + column];
    }

    /**
     * Sets a value.
     *
     * @param node of the grid
     * @param column of the field
     * @param real part
     * @param imaginary part
     */
    public void set(int node, int column, double real, double imaginary) {
        values()[at(node) + column] = real;
        values()[at(node) + width + column] = imaginary;
    }

    /** Takes the values of fields of the same shape, padded otherwise. */
    void copy(Fields other) {
        clear();
        for (int node = 0; node < nodes; node++) {
            System.arraycopy(other.values(), other.at(node), values(), at(node), columns);
            System.arraycopy(other.values(), other.at(node) + other.width, values(), at(node) + width, columns);
        }
    }

    /** Sets every value to zero. */
    public void clear() {
        Arrays.fill(values(), 0, 2 * width * nodes, 0);
    }

    /**
     * Sum over columns of the products with other fields, node by node: Σ_s u_s λ_s, without conjugation.
     *
     * @param other fields of the same shape
     * @param sums (real, imaginary) pairs, 2 · {@link #nodes}; overwritten
     */
    public void products(Fields other, double[] sums) {
        double[] a = values();
        double[] b = other.values();
        if (other.nodes != nodes || other.columns != columns || sums.length != 2 * nodes) {
            throw new IllegalArgumentException("cannot multiply " + columns + " fields of " + nodes + " nodes with "
                    + other.columns + " of " + other.nodes + " into " + sums.length + " numbers");
        }
        executor.forEach((nodes + CHUNK - 1) / CHUNK, chunk -> {
            loops.products(a, b, width, chunk * CHUNK, Math.min(nodes, (chunk + 1) * CHUNK), sums);
        });
    }

    /** A copy of the rows of some nodes. */
    Fields at(int[] some) {
        Fields rows = new Fields(
                some.length, columns, width, loops, executor, new Pool<>(0, () -> new double[2 * width * some.length]));
        for (int i = 0; i < some.length; i++) {
            System.arraycopy(values(), at(some[i]), rows.values, rows.at(i), 2 * width);
        }
        return rows;
    }

    /** Gives the memory back, to be used for other fields. The values must not be touched afterwards. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pool.give(values);
        }
    }
}
