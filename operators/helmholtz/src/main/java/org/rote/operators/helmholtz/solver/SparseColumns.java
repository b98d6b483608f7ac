package org.rote.operators.helmholtz.solver;

import java.util.Arrays;

/**
 * Right-hand sides that are zero at most nodes: entries (column, node, complex value). Entries of the same place add up. What is left of a factorisation that no entry reaches is skipped.
 */
public final class SparseColumns {

    private final int columns;
    private int size;
    private int[] column = new int[16];
    private int[] node = new int[16];
    private double[] values = new double[32];

    /**
     * Columns of zeros.
     *
     * @param columns number of right-hand sides, at least 1
     */
    public SparseColumns(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("there must be at least one right-hand side, got " + columns);
        }
        this.columns = columns;
    }

    /**
     * Adds to an entry.
     *
     * @param column of the right-hand side, from 0
     * @param node of the grid, i · nz + k
     * @param real part to add
     * @param imaginary part to add
     */
    public void add(int column, int node, double real, double imaginary) {
        if (column < 0 || column >= columns || node < 0) {
            throw new IllegalArgumentException("no entry for column " + column + " of " + columns + ", node " + node);
        }
        if (size == this.column.length) {
            this.column = Arrays.copyOf(this.column, 2 * size);
            this.node = Arrays.copyOf(this.node, 2 * size);
            values = Arrays.copyOf(values, 4 * size);
        }
        this.column[size] = column;
        this.node[size] = node;
        values[2 * size] = real;
        values[2 * size + 1] = imaginary;
        size++;
    }

    /** Number of right-hand sides. */
    public int columns() {
        return columns;
    }

    /** Number of entries. */
    int size() {
        return size;
    }

    int column(int entry) {
        return column[entry];
    }

    int node(int entry) {
        return node[entry];
    }

    double real(int entry) {
        return values[2 * entry];
    }

    double imaginary(int entry) {
        return values[2 * entry + 1];
    }
}
