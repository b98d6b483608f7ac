package org.rote.numerics;

/**
 * The inner loop of a single-precision matrix product. One object serves one thread.
 *
 * <p>Every implementation gives the same bits: an element of the product is one chain of fused multiply-adds in the order of p, whatever the vectors' width. So
 * results do not depend on the machine, and the contract test compares with {@code ==}.
 */
interface MatrixKernels {

    /** Rows of a tile. */
    int TILE = 8;

    /** w: the number of columns of a packed panel, at most 64 and a divisor of it. */
    int panelWidth();

    /**
     * sum[i][j] += Σ_p left[i][p] · right[p][j] for i &lt; {@link #TILE} tiles, p &lt; depth, j &lt; w; the inner sum begins at zero.
     *
     * @param tiles number of tiles of rows
     * @param depth length of the inner sum
     * @param left left[i][p] is at {@code leftAt + i / TILE * leftStride + p * TILE + i % TILE}
     * @param leftAt where the first tile begins
     * @param leftStride from one tile to the next
     * @param right right[p][j] is at {@code rightAt + p * w + j}
     * @param rightAt where the panel begins
     * @param sum sum[i][j] is at {@code sumAt + i * sumStride + j}
     * @param sumAt where the first row of sums begins
     * @param sumStride from one row of sums to the next
     */
    void multiplyAdd(
            int tiles,
            int depth,
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            float[] sum,
            int sumAt,
            int sumStride);
}
