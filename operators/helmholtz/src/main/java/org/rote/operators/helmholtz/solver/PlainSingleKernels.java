package org.rote.operators.helmholtz.solver;

/** The kernels in single precision, in plain Java. */
final class PlainSingleKernels extends SingleKernels {

    @Override
    public int lanes() {
        return 4;
    }

    @Override
    public void multiply(
            float[] tile,
            int tileAt,
            int depth,
            float[] right,
            int rightAt,
            float[] result,
            int resultAt,
            int stride,
            int from,
            int to,
            boolean subtract) {
        int half = stride / 2;
        int end = to + lanes() - 1 & -lanes();
        for (int r = 0; r < TILE; r++) {
            int out = resultAt + r * stride;
            if (!subtract) {
                clear(result, out + from, out + end);
                clear(result, out + half + from, out + half + end);
            }
            float sign = subtract ? -1 : 1;
            for (int p = 0; p < depth; p++) {
                float re = sign * tile[tileAt + 2 * TILE * p + r];
                float im = sign * tile[tileAt + 2 * TILE * p + TILE + r];
                int in = rightAt + p * stride;
                for (int j = from; j < end; j++) {
                    result[out + j] += re * right[in + j] - im * right[in + half + j];
                    result[out + half + j] += re * right[in + half + j] + im * right[in + j];
                }
            }
        }
    }

    @Override
    public void subtractTransposed(
            float[] tile,
            int tileAt,
            int depth,
            float[] right,
            int rightAt,
            float[] result,
            int resultAt,
            int stride,
            int to) {
        int half = stride / 2;
        for (int p = 0; p < depth; p++) {
            int out = resultAt + p * stride;
            for (int r = 0; r < TILE; r++) {
                float re = tile[tileAt + 2 * TILE * p + r];
                float im = tile[tileAt + 2 * TILE * p + TILE + r];
                int in = rightAt + r * stride;
                for (int j = 0; j < to; j++) {
                    result[out + j] -= re * right[in + j] - im * right[in + half + j];
                    result[out + half + j] -= re * right[in + half + j] + im * right[in + j];
                }
            }
        }
    }

    @Override
    public void pack(float[] matrix, int at, int stride, int depth, float[] tile, int tileAt) {
        for (int p = 0; p < depth; p++) {
            System.arraycopy(matrix, at + p * stride, tile, tileAt + 2 * TILE * p, TILE);
            System.arraycopy(matrix, at + p * stride + stride / 2, tile, tileAt + 2 * TILE * p + TILE, TILE);
        }
    }

    @Override
    public int invert(float[] matrix, int order, int stride, double tiny) {
        int half = stride / 2;
        for (int k = 0; k < order; k++) {
            int row = k * stride;
            float re = matrix[row + k];
            float im = matrix[row + half + k];
            float square = re * re + im * im;
            if (!(square > tiny * tiny && square <= Float.MAX_VALUE)) {
                return k;
            }
            matrix[row + k] = 1;
            matrix[row + half + k] = 0;
            scale(matrix, row, half, order, re / square, -im / square);
            for (int i = 0; i < order; i++) {
                if (i != k) {
                    int other = i * stride;
                    float fr = matrix[other + k];
                    float fi = matrix[other + half + k];
                    matrix[other + k] = 0;
                    matrix[other + half + k] = 0;
                    for (int j = 0; j < order; j++) {
                        float a = matrix[row + j];
                        float b = matrix[row + half + j];
                        matrix[other + j] -= fr * a - fi * b;
                        matrix[other + half + j] -= fr * b + fi * a;
                    }
                }
            }
        }
        return -1;
    }

    private static void scale(float[] matrix, int row, int half, int order, float re, float im) {
        for (int j = 0; j < order; j++) {
            float a = matrix[row + j];
            float b = matrix[row + half + j];
            matrix[row + j] = re * a - im * b;
            matrix[row + half + j] = re * b + im * a;
        }
    }

    @Override
    public void extend(float[] update, int updateAt, int order, int[] runs, float[] front, int stride) {
        int from = updateAt;
        for (int rowRun = 0; rowRun < runs.length; rowRun += 3) {
            for (int r = 0; r < runs[rowRun + 2]; r++) {
                int i = runs[rowRun] + r;
                int length = order - i;
                int to = (runs[rowRun + 1] + r) * stride;
                for (int run = rowRun; run < runs.length; run += 3) {
                    int first = Math.max(i, runs[run]);
                    int count = runs[run] + runs[run + 2] - first;
                    int column = to + runs[run + 1] + first - runs[run];
                    add(update, from + first - i, front, column, count);
                    add(update, from + length + first - i, front, column + stride / 2, count);
                }
                from += 2 * length;
            }
        }
    }

    @Override
    public void extendRows(float[] update, int updateAt, int[] runs, float[] rows, int stride) {
        for (int run = 0; run < runs.length; run += 3) {
            add(update, updateAt + runs[run] * stride, rows, runs[run + 1] * stride, runs[run + 2] * stride);
        }
    }

    private static void add(float[] source, int sourceAt, float[] target, int targetAt, int length) {
        for (int j = 0; j < length; j++) {
            target[targetAt + j] += source[sourceAt + j];
        }
    }
}
