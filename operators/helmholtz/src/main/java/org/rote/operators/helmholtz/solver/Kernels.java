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
     * Adds the product of a tile with as many rows of a matrix as the tile has columns to eight rows of the result.
     *
     * @param depth columns of the tile
     * @param stride of the rows of both matrices
     * @param from first column to compute, a multiple of {@link #lanes}
     * @param to columns up to here are needed; more may be computed, up to a multiple of the lanes
     */
    void multiplyAdd(
            A tile, int tileAt, int depth, A right, int rightAt, A result, int resultAt, int stride, int from, int to);

    /**
     * Adds the product of the transpose of tiles, which lie one after the other, with rows of a matrix to eight rows of the result, for the first eight columns of the tiles or, where there are fewer, for
     * these and whatever follows.
     *
     * @param tileLength real numbers in a tile
     * @param depth rows of the tiles together; the last tile may have more
     * @param stride of the rows of both matrices
     * @param to columns of the matrices
     */
    void multiplyTransposedAdd(
            A tiles,
            int tilesAt,
            int tileLength,
            int depth,
            A right,
            int rightAt,
            A result,
            int resultAt,
            int stride,
            int to);

    /**
     * Copies eight columns of a matrix, with their signs changed, as the rows of a tile.
     *
     * @param at where the first of the eight columns has its real part in the first row
     * @param depth rows of the matrix, columns of the tile
     */
    void packNegative(A matrix, int at, int stride, int depth, A tile, int tileAt);

    /** Copies the upper triangle of a symmetric block to both triangles of another matrix, in double precision. Returns the largest modulus of a real or imaginary part. */
    double symmetric(A matrix, int at, int stride, double[] block, int order, int blockStride);

    /** Copies a symmetric block to tiles. Numbers between its order and the next multiple of eight must be zero. */
    void packSymmetric(double[] block, int order, int blockStride, A tiles, int at);

    /** Adds to the rows of a front's pivots, which start at 0, the entries of the matrix that belong to them. */
    void assemble(Front front, double[][] planes, A matrix, int stride);

    /** Keeps the upper triangle of the last {@code order} rows and columns of a front, row after row. */
    void extract(A front, int first, int order, int stride, A update, int updateAt);

    /** Adds what {@link #extract} kept of a child to its parent. */
    void extend(A update, int updateAt, int order, int[] runs, A front, int stride);

    /** Adds rows of a child's vectors to those of its parent. */
    void extendRows(A update, int updateAt, int[] runs, A rows, int stride);

    void load(double[] source, int sourceAt, A target, int targetAt, int length);

    /** Copies to, or adds to, an array of doubles. */
    void store(A source, int sourceAt, double[] target, int targetAt, int length, boolean add);
}
