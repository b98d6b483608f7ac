package org.rote.operators.helmholtz.solver;

import java.util.Arrays;

/** What both implementations in single precision share: the loops that take little time. */
abstract class SingleKernels implements Kernels<float[]> {

    @Override
    public final float[] allocate(int length) {
        return new float[length];
    }

    @Override
    public final void clear(float[] array, int from, int to) {
        Arrays.fill(array, from, to, 0);
    }

    @Override
    public final void symmetric(float[] matrix, int at, int stride, float[] block, int order, int blockStride) {
        for (int part = 0; part < 2; part++) {
            for (int i = 0; i < order; i++) {
                for (int j = i; j < order; j++) {
                    float entry = matrix[at + i * stride + part * (stride / 2) + j];
                    block[i * blockStride + part * (blockStride / 2) + j] = entry;
                    block[j * blockStride + part * (blockStride / 2) + i] = entry;
                }
            }
        }
    }

    @Override
    public final void assemble(Front front, double[][] planes, float[] matrix, int stride) {
        int nodes = planes[0].length / 2;
        for (int i = 0; i < front.pivots; i++) {
            int row = i * stride;
            for (int e = front.entryStart[i]; e < front.entryStart[i + 1]; e++) {
                double[] plane = planes[front.entrySource[e] / nodes];
                int from = 2 * (front.entrySource[e] % nodes);
                int to = row + front.entryColumn[e];
                matrix[to] = (float) plane[from];
                matrix[to + stride / 2] = (float) plane[from + 1];
            }
        }
    }

    @Override
    public final void extract(float[] front, int first, int order, int stride, float[] update, int updateAt) {
        int to = updateAt;
        for (int i = first; i < first + order; i++) {
            int length = first + order - i;
            System.arraycopy(front, i * stride + i, update, to, length);
            System.arraycopy(front, i * stride + stride / 2 + i, update, to + length, length);
            to += 2 * length;
        }
    }

    @Override
    public final void load(double[] source, int sourceAt, float[] target, int targetAt, int length) {
        for (int i = 0; i < length; i++) {
            target[targetAt + i] = (float) source[sourceAt + i];
        }
    }

    @Override
    public final void store(float[] source, int sourceAt, double[] target, int targetAt, int length, boolean add) {
        for (int i = 0; i < length; i++) {
            target[targetAt + i] = add ? target[targetAt + i] + source[sourceAt + i] : source[sourceAt + i];
        }
    }

    @Override
    public final double largest(float[] array, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(array[i]));
        }
        return largest;
    }
}
