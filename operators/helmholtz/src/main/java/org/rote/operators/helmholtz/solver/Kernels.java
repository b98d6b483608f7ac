package org.rote.operators.helmholtz.solver;

/**
 * The loops that take the time, for one precision. Complex matrices are kept by rows, in each row the real parts and then, half a stride further, the imaginary parts.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface Kernels<A> {

    /** Rows of a tile. */
    int TILE = 8;

    /** Numbers in a vector register: rows are padded to a multiple. A power of two. */
    int lanes();

    A allocate(int length);

    /** Zeros from one position to before another. */
    void clear(A array, int from, int to);

    /**
     * Product of a tile of eight rows with as many rows of a matrix as the tile has columns: subtracted from eight rows of the result, or put there.
     *
     * @param depth columns of the tile
     * @param stride of the rows of both matrices
     * @param from first column to compute, a multiple of {@link #lanes}
     * @param to columns up to here are needed; more may be computed, up to a multiple of the lanes
     */
    void multiply(
            A tile,
            int tileAt,
            int depth,
            A right,
            int rightAt,
            A result,
            int resultAt,
            int stride,
            int from,
            int to,
            boolean subtract);

    /**
     * Product of the transpose of a tile with eight rows of a matrix, subtracted from as many rows of the result as the tile has columns.
     *
     * @param depth columns of the tile
     * @param stride of the rows of both matrices
     * @param to columns of the matrices
     */
    void subtractTransposed(
            A tile, int tileAt, int depth, A right, int rightAt, A result, int resultAt, int stride, int to);

    /**
     * Copies eight columns of a matrix as the rows of a tile.
     *
     * @param at where the first of the eight columns has its real part in the first row
     * @param depth rows of the matrix, columns of the tile
     */
    void pack(A matrix, int at, int stride, int depth, A tile, int tileAt);

    /** Copies the upper triangle of a symmetric block to both triangles of another matrix. */
    void symmetric(A matrix, int at, int stride, A block, int order, int blockStride);

    /**
     * Inverts a complex symmetric matrix in its place by Gauss–Jordan elimination without interchanges.
     *
     * @param tiny pivots of this modulus or less are refused
     * @return the first pivot refused, in which case the matrix is lost; −1 when there is none
     */
    int invert(A matrix, int order, int stride, double tiny);

    /** Adds to the rows of a front's pivots, which start at 0, the entries of the matrix that belong to them. */
    void assemble(Front front, double[][] planes, A matrix, int stride);

    /** Keeps the upper triangle of the last {@code order} rows and columns of a front, row after row. */
    void extract(A front, int first, int order, int stride, A update, int updateAt);

    /** Adds what {@link #extract} kept of a child to its parent. */
    void extend(A update, int updateAt, int order, int[] runs, A front, int stride);

    /** Adds rows of a child's vectors to those of its parent. */
    void extendRows(A update, int updateAt, int[] runs, A rows, int stride);

    /** Largest modulus of a real or imaginary part, or NaN where there is one. */
    double largest(A array, int from, int to);

    void load(double[] source, int sourceAt, A target, int targetAt, int length);

    /** Copies to, or adds to, an array of doubles. */
    void store(A source, int sourceAt, double[] target, int targetAt, int length, boolean add);
}
