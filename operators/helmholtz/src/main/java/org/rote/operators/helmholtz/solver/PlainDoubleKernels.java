package org.rote.operators.helmholtz.solver;

/**
 * The kernels in double precision, in plain Java: two rows by two columns in eight scalar sums, which the compiler keeps in registers. A machine without fused multiply-add (x86 before 2013) computes
 * {@link Math#fma} in software, hundreds of times slower.
 */
final class PlainDoubleKernels extends DoubleKernels {

    @Override
    public int lanes() {
        return 2;
    }

    @Override
    public void multiplyAdd(
            double[] tile,
            int tileAt,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride,
            int from,
            int to) {
        for (int row = 0; row < TILE; row += 2) {
            for (int column = from; column < to; column += 2) {
                add(
                        tile,
                        tileAt + row,
                        depth,
                        right,
                        rightAt + column,
                        result,
                        resultAt + row * stride + column,
                        stride);
            }
        }
    }

    @Override
    public void multiplyTransposedAdd(
            double[] tiles,
            int tilesAt,
            int tileLength,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride,
            int to) {
        for (int row = 0; row < TILE; row += 2) {
            int at = tilesAt + 2 * TILE * row;
            for (int column = 0; column < to; column += 2) {
                addTransposed(
                        tiles,
                        at,
                        tileLength,
                        depth,
                        right,
                        rightAt + column,
                        result,
                        resultAt + row * stride + column,
                        stride);
            }
        }
    }

    /** Two rows by two columns, in eight sums. */
    private static void add(
            double[] tile,
            int tileAt,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride) {
        int half = stride / 2;
        double re00 = 0;
        double im00 = 0;
        double re01 = 0;
        double im01 = 0;
        double re10 = 0;
        double im10 = 0;
        double re11 = 0;
        double im11 = 0;
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            double a0 = right[in];
            double b0 = right[in + half];
            double a1 = right[in + 1];
            double b1 = right[in + half + 1];
            double x0 = tile[at];
            double y0 = tile[at + TILE];
            re00 = Math.fma(x0, a0, Math.fma(-y0, b0, re00));
            im00 = Math.fma(x0, b0, Math.fma(y0, a0, im00));
            re01 = Math.fma(x0, a1, Math.fma(-y0, b1, re01));
            im01 = Math.fma(x0, b1, Math.fma(y0, a1, im01));
            double x1 = tile[at + 1];
            double y1 = tile[at + 1 + TILE];
            re10 = Math.fma(x1, a0, Math.fma(-y1, b0, re10));
            im10 = Math.fma(x1, b0, Math.fma(y1, a0, im10));
            re11 = Math.fma(x1, a1, Math.fma(-y1, b1, re11));
            im11 = Math.fma(x1, b1, Math.fma(y1, a1, im11));
            at += 2 * TILE;
            in += stride;
        }
        result[resultAt] += re00;
        result[resultAt + half] += im00;
        result[resultAt + 1] += re01;
        result[resultAt + half + 1] += im01;
        result[resultAt + stride] += re10;
        result[resultAt + stride + half] += im10;
        result[resultAt + stride + 1] += re11;
        result[resultAt + stride + half + 1] += im11;
    }

    /** Two rows by two columns, in eight sums. */
    private static void addTransposed(
            double[] tile,
            int tileAt,
            int tileLength,
            int depth,
            double[] right,
            int rightAt,
            double[] result,
            int resultAt,
            int stride) {
        int half = stride / 2;
        double re00 = 0;
        double im00 = 0;
        double re01 = 0;
        double im01 = 0;
        double re10 = 0;
        double im10 = 0;
        double re11 = 0;
        double im11 = 0;
        int at = tileAt;
        int in = rightAt;
        for (int p = 0; p < depth; p++) {
            double a0 = right[in];
            double b0 = right[in + half];
            double a1 = right[in + 1];
            double b1 = right[in + half + 1];
            double x0 = tile[at];
            double y0 = tile[at + TILE];
            re00 = Math.fma(x0, a0, Math.fma(-y0, b0, re00));
            im00 = Math.fma(x0, b0, Math.fma(y0, a0, im00));
            re01 = Math.fma(x0, a1, Math.fma(-y0, b1, re01));
            im01 = Math.fma(x0, b1, Math.fma(y0, a1, im01));
            double x1 = tile[at + 2 * TILE];
            double y1 = tile[at + 2 * TILE + TILE];
            re10 = Math.fma(x1, a0, Math.fma(-y1, b0, re10));
            im10 = Math.fma(x1, b0, Math.fma(y1, a0, im10));
            re11 = Math.fma(x1, a1, Math.fma(-y1, b1, re11));
            im11 = Math.fma(x1, b1, Math.fma(y1, a1, im11));
            at += p % TILE == TILE - 1 ? tileLength - TILE + 1 : 1;
            in += stride;
        }
        result[resultAt] += re00;
        result[resultAt + half] += im00;
        result[resultAt + 1] += re01;
        result[resultAt + half + 1] += im01;
        result[resultAt + stride] += re10;
        result[resultAt + stride + half] += im10;
        result[resultAt + stride + 1] += re11;
        result[resultAt + stride + half + 1] += im11;
    }

    @Override
    public void packNegative(double[] matrix, int at, int stride, int depth, double[] tile, int tileAt) {
        for (int p = 0; p < depth; p++) {
            for (int r = 0; r < TILE; r++) {
                tile[tileAt + 2 * TILE * p + r] = -matrix[at + p * stride + r];
                tile[tileAt + 2 * TILE * p + TILE + r] = -matrix[at + p * stride + stride / 2 + r];
            }
        }
    }

    @Override
    void add(double[] source, int sourceAt, double[] target, int targetAt, int length) {
        for (int j = 0; j < length; j++) {
            target[targetAt + j] += source[sourceAt + j];
        }
    }
}
