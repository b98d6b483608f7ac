package org.rote.operators.helmholtz.solver;

/** The kernels in single precision, in plain Java. */
final class PlainSingleKernels extends SingleKernels {

    @Override
    public int lanes() {
        return 4;
    }

    @Override
    public void multiplyAdd(
            float[] tile,
            int tileAt,
            int depth,
            float[] right,
            int rightAt,
            float[] result,
            int resultAt,
            int stride,
            int from,
            int to) {
        int half = stride / 2;
        int end = to + lanes() - 1 & -lanes();
        for (int r = 0; r < TILE; r++) {
            int out = resultAt + r * stride;
            for (int p = 0; p < depth; p++) {
                float re = tile[tileAt + 2 * TILE * p + r];
                float im = tile[tileAt + 2 * TILE * p + TILE + r];
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
            float[] tiles,
            int tilesAt,
            int tileLength,
            int depth,
            float[] right,
            int rightAt,
            float[] result,
            int resultAt,
            int stride,
            int to) {
        int half = stride / 2;
        for (int p = 0; p < TILE; p++) {
            int out = resultAt + p * stride;
            for (int i = 0; i < depth; i++) {
                int at = tilesAt + i / TILE * tileLength + i % TILE + 2 * TILE * p;
                float re = tiles[at];
                float im = tiles[at + TILE];
                int in = rightAt + i * stride;
                for (int j = 0; j < to; j++) {
                    result[out + j] += re * right[in + j] - im * right[in + half + j];
                    result[out + half + j] += re * right[in + half + j] + im * right[in + j];
                }
            }
        }
    }

    @Override
    public void packNegative(float[] matrix, int at, int stride, int depth, float[] tile, int tileAt) {
        for (int p = 0; p < depth; p++) {
            for (int r = 0; r < TILE; r++) {
                tile[tileAt + 2 * TILE * p + r] = -matrix[at + p * stride + r];
                tile[tileAt + 2 * TILE * p + TILE + r] = -matrix[at + p * stride + stride / 2 + r];
            }
        }
    }

    @Override
    void add(float[] source, int sourceAt, float[] target, int targetAt, int length) {
        for (int j = 0; j < length; j++) {
            target[targetAt + j] += source[sourceAt + j];
        }
    }
}
