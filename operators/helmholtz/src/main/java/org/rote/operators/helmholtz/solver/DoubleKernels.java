package org.rote.operators.helmholtz.solver;

import java.util.Arrays;

/** What both implementations in double precision share: the loops that take little time. */
abstract class DoubleKernels implements Kernels<double[]> {

    @Override
    public final double[] allocate(int length) {
        return new double[length];
    }

    @Override
    public final void clear(double[] array, int from, int to) {
        Arrays.fill(array, from, to, 0);
    }

    @Override
    public final double symmetric(double[] matrix, int at, int stride, double[] block, int order, int blockStride) {
        double largest = 0;
        for (int part = 0; part < 2; part++) {
            int to = part * (blockStride / 2);
            for (int i = 0; i < order; i++) {
                int row = at + i * stride + part * (stride / 2);
                for (int j = i; j < order; j++) {
                    block[to + i * blockStride + j] = matrix[row + j];
                    block[to + j * blockStride + i] = matrix[row + j];
                    largest = Math.max(largest, Math.abs(matrix[row + j]));
                }
            }
        }
        return largest;
    }

    @Override
    public final void packSymmetric(double[] block, int order, int blockStride, double[] tiles, int at) {
        int to = at;
        for (int i = 0; i < order; i += TILE) {
            for (int p = 0; p < order; p++) {
                int row = p * blockStride + i;
                for (int r = 0; r < TILE; r++) {
                    tiles[to + r] = block[row + r];
                    tiles[to + TILE + r] = block[row + blockStride / 2 + r];
                }
                to += 2 * TILE;
            }
        }
    }

    @Override
    public final void assemble(Front front, double[][] planes, double[] matrix, int stride) {
        int nodeBits = (1 << Front.PLANE) - 1;
        for (int i = 0; i < front.pivots; i++) {
            int row = i * stride;
            for (int e = front.entryStart[i]; e < front.entryStart[i + 1]; e++) {
                double[] plane = planes[front.entrySource[e] >> Front.PLANE];
                int from = 2 * (front.entrySource[e] & nodeBits);
                int to = row + front.entryColumn[e];
                matrix[to] = plane[from];
                matrix[to + stride / 2] = plane[from + 1];
            }
        }
    }

    @Override
    public final void extract(double[] front, int first, int order, int stride, double[] update, int updateAt) {
        int to = updateAt;
        for (int i = first; i < first + order; i++) {
            int length = first + order - i;
            System.arraycopy(front, i * stride + i, update, to, length);
            System.arraycopy(front, i * stride + stride / 2 + i, update, to + length, length);
            to += 2 * length;
        }
    }

    @Override
    public final void load(double[] source, int sourceAt, double[] target, int targetAt, int length) {
        for (int i = 0; i < length; i++) {
            target[targetAt + i] = source[sourceAt + i];
        }
    }

    @Override
    public final void store(double[] source, int sourceAt, double[] target, int targetAt, int length, boolean add) {
        for (int i = 0; i < length; i++) {
            target[targetAt + i] = add ? target[targetAt + i] + source[sourceAt + i] : source[sourceAt + i];
        }
    }

    @Override
    public final void extend(double[] update, int updateAt, int order, int[] runs, double[] front, int stride) {
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
    public final void extendRows(double[] update, int updateAt, int[] runs, double[] rows, int stride) {
        for (int run = 0; run < runs.length; run += 3) {
            add(update, updateAt + runs[run] * stride, rows, runs[run + 1] * stride, runs[run + 2] * stride);
        }
    }

    /** Adds numbers of one array to those of another. */
    abstract void add(double[] source, int sourceAt, double[] target, int targetAt, int length);
}
