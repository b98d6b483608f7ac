package org.rote.numerics;

/**
 * The inner loops of a single-precision matrix product and of distances in double. One object serves one thread.
 *
 * <p>Every implementation gives the same bits: an element of the product is one chain of fused multiply-adds in the order of p, a distance has {@link #CHAINS} of them, whatever the vectors' width. So
 * results do not depend on the machine, and the contract test compares with {@code ==}.
 */
interface MatrixKernels {

    /** Rows of a tile. */
    int TILE = 8;

    /** Sums of a distance: the square of difference i goes to sum i mod 16, and these are added up in their order. */
    int CHAINS = 16;

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

    /**
     * Σ_i (x_i − y_i)².
     *
     * @param x x_i is at {@code xAt + i}
     * @param xAt where x begins
     * @param y y_i is at {@code i}
     * @param length how many numbers
     * @return the sum
     */
    double squaredDistance(double[] x, int xAt, double[] y, int length);
}
