package org.rote.operators.helmholtz.solver;

/** The kernels in double precision, in plain Java. */
final class PlainDoubleKernels extends DoubleKernels {

    @Override
    public int lanes() {
        return 4;
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
        int half = stride / 2;
        int end = to + lanes() - 1 & -lanes();
        for (int r = 0; r < TILE; r++) {
            int out = resultAt + r * stride;
            for (int p = 0; p < depth; p++) {
                double re = tile[tileAt + 2 * TILE * p + r];
                double im = tile[tileAt + 2 * TILE * p + TILE + r];
                int in = rightAt + p * stride;
                for (int j = from; j < end; j++) {
                    result[out + j] += re * right[in + j] - im * right[in + half + j];
                    result[out + half + j] += re * right[in + half + j] + im * right[in + j];
                }
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
        int half = stride / 2;
        for (int p = 0; p < TILE; p++) {
            int out = resultAt + p * stride;
            for (int i = 0; i < depth; i++) {
                int at = tilesAt + i / TILE * tileLength + i % TILE + 2 * TILE * p;
                double re = tiles[at];
                double im = tiles[at + TILE];
                int in = rightAt + i * stride;
                for (int j = 0; j < to; j++) {
                    result[out + j] += re * right[in + j] - im * right[in + half + j];
                    result[out + half + j] += re * right[in + half + j] + im * right[in + j];
                }
            }
        }
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
