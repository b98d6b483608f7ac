package org.rote.numerics;

import java.util.Arrays;

/**
 * The kernels in plain Java. The compiler of JDK 17 and 25 turns a loop into vector instructions only where each array is read and written at the loop's own index, so
 * four rows of the panel are copied out to arrays of their own and used for all rows of the product. A machine without fused multiply-add (x86 before 2013) computes
 * {@link Math#fma} in software, hundreds of times slower.
 */
final class PlainKernels implements MatrixKernels {

    private static final int WIDTH = 64;

    private final float[] right0 = new float[WIDTH];
    private final float[] right1 = new float[WIDTH];
    private final float[] right2 = new float[WIDTH];
    private final float[] right3 = new float[WIDTH];
    private final double[] chains = new double[CHAINS];
    private float[][] sums = new float[0][];

    @Override
    public int panelWidth() {
        return WIDTH;
    }

    @Override
    public void multiplyAdd(
            int tiles,
            int depth,
            float[] left,
            int leftAt,
            int leftStride,
            float[] right,
            int rightAt,
            float[] sum,
            int sumAt,
            int sumStride) {
        int rows = tiles * TILE;
        clearSums(rows);
        int p = 0;
        for (; p + 4 <= depth; p += 4) {
            int at = rightAt + p * WIDTH;
            System.arraycopy(right, at, right0, 0, WIDTH);
            System.arraycopy(right, at + WIDTH, right1, 0, WIDTH);
            System.arraycopy(right, at + 2 * WIDTH, right2, 0, WIDTH);
            System.arraycopy(right, at + 3 * WIDTH, right3, 0, WIDTH);
            for (int i = 0; i < rows; i++) {
                int l = leftAt + i / TILE * leftStride + p * TILE + i % TILE;
                addFour(
                        left[l],
                        right0,
                        left[l + TILE],
                        right1,
                        left[l + 2 * TILE],
                        right2,
                        left[l + 3 * TILE],
                        right3,
                        sums[i]);
            }
        }
        for (; p < depth; p++) {
            System.arraycopy(right, rightAt + p * WIDTH, right0, 0, WIDTH);
            for (int i = 0; i < rows; i++) {
                addOne(left[leftAt + i / TILE * leftStride + p * TILE + i % TILE], right0, sums[i]);
            }
        }
        for (int i = 0; i < rows; i++) {
            int at = sumAt + i * sumStride;
            float[] row = sums[i];
            for (int j = 0; j < WIDTH; j++) {
                sum[at + j] += row[j];
            }
        }
    }

    @Override
    public double squaredDistance(double[] x, int xAt, double[] y, int length) {
        Arrays.fill(chains, 0);
        return addedUp(chains, x, xAt, y, 0, length);
    }

    /** Adds the squares from one index on, a multiple of the number of chains, and then the chains. */
    static double addedUp(double[] chains, double[] x, int xAt, double[] y, int from, int length) {
        int i = from;
        for (; i + CHAINS <= length; i += CHAINS) {
            for (int c = 0; c < CHAINS; c++) {
                double difference = x[xAt + i + c] - y[i + c];
                chains[c] = Math.fma(difference, difference, chains[c]);
            }
        }
        for (int c = 0; i + c < length; c++) {
            double difference = x[xAt + i + c] - y[i + c];
            chains[c] = Math.fma(difference, difference, chains[c]);
        }
        double sum = 0;
        for (double chain : chains) {
            sum += chain;
        }
        return sum;
    }

    private void clearSums(int rows) {
        if (sums.length < rows) {
            sums = new float[rows][WIDTH];
        }
        for (int i = 0; i < rows; i++) {
            Arrays.fill(sums[i], 0);
        }
    }

    private static void addFour(
            float a, float[] p, float b, float[] q, float c, float[] r, float d, float[] s, float[] sum) {
        for (int j = 0; j < WIDTH; j++) {
            sum[j] = Math.fma(d, s[j], Math.fma(c, r[j], Math.fma(b, q[j], Math.fma(a, p[j], sum[j]))));
        }
    }

    private static void addOne(float a, float[] p, float[] sum) {
        for (int j = 0; j < WIDTH; j++) {
            sum[j] = Math.fma(a, p[j], sum[j]);
        }
    }
}
