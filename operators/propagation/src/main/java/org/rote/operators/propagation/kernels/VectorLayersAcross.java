package org.rote.operators.propagation.kernels;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.rote.operators.propagation.kernels.Kernels.COARSE;
import static org.rote.operators.propagation.kernels.VectorKernels.LANES;
import static org.rote.operators.propagation.kernels.VectorKernels.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Layers of the slower axes: row by row, with one pair of coefficients for each. The innermost loop goes up by a constant, so that the compiler takes the checks of indices out of it. */
final class VectorLayersAcross {

    private VectorLayersAcross() {}

    static void relaxFirst(Stencil stencil, float[] u, Rows rows, LayerRows layer) {
        float[] psi = layer.first();
        int far = stencil.strides[layer.axis()];
        float d1 = stencil.layerFirst[layer.axis()][1];
        float d2 = stencil.layerFirst[layer.axis()][2];
        float[] b = layer.decay();
        float[] a = layer.gain();
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int field = rows.at() + row * rows.stride();
            int memories = layer.at() + row * layer.stride();
            int depth = layer.depth(row);
            FloatVector decay = broadcast(SPECIES, b[depth]);
            FloatVector gain = broadcast(SPECIES, a[depth]);
            for (int i = 0; i < length; i += LANES) {
                int n = field + i;
                int m = memories + i;
                FloatVector slope = fromArray(SPECIES, u, n + far)
                        .sub(fromArray(SPECIES, u, n - far))
                        .mul(d1);
                slope = fromArray(SPECIES, u, n + 2 * far)
                        .sub(fromArray(SPECIES, u, n - 2 * far))
                        .fma(broadcast(SPECIES, d2), slope);
                fromArray(SPECIES, psi, m).mul(decay).add(slope.mul(gain)).intoArray(psi, m);
            }
        }
    }

    static void relaxSecond(Stencil stencil, float[] u, Target target, LayerRows layer) {
        Rows rows = target.rows();
        float[] next = target.next();
        float[] c = target.c();
        float[] kept = target.kept().values();
        boolean keeps = target.kept().exist();
        float[] psi = layer.first();
        float[] zeta = layer.second();
        int far = stencil.strides[layer.axis()];
        float d1 = stencil.layerFirst[layer.axis()][1];
        float d2 = stencil.layerFirst[layer.axis()][2];
        float[] weights = stencil.layerSecond[layer.axis()];
        float w0 = weights[0];
        float w1 = weights[1];
        float w2 = weights[2];
        float w3 = weights[3];
        float w4 = weights[4];
        float[] b = layer.decay();
        float[] a = layer.gain();
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int field = rows.at() + row * rows.stride();
            int memories = layer.at() + row * layer.stride();
            int differences = target.kept().at() + row * target.kept().stride();
            int depth = layer.depth(row);
            FloatVector decay = broadcast(SPECIES, b[depth]);
            FloatVector gain = broadcast(SPECIES, a[depth]);
            for (int i = 0; i < length; i += LANES) {
                int n = field + i;
                int m = memories + i;
                FloatVector slope = fromArray(SPECIES, psi, m + far)
                        .sub(fromArray(SPECIES, psi, m - far))
                        .mul(d1);
                slope = fromArray(SPECIES, psi, m + 2 * far)
                        .sub(fromArray(SPECIES, psi, m - 2 * far))
                        .fma(broadcast(SPECIES, d2), slope);
                FloatVector curvature = fromArray(SPECIES, u, n).mul(w0);
                curvature = fromArray(SPECIES, u, n + far)
                        .add(fromArray(SPECIES, u, n - far))
                        .fma(broadcast(SPECIES, w1), curvature);
                curvature = fromArray(SPECIES, u, n + 2 * far)
                        .add(fromArray(SPECIES, u, n - 2 * far))
                        .fma(broadcast(SPECIES, w2), curvature);
                curvature = fromArray(SPECIES, u, n + 3 * far)
                        .add(fromArray(SPECIES, u, n - 3 * far))
                        .fma(broadcast(SPECIES, w3), curvature);
                curvature = fromArray(SPECIES, u, n + 4 * far)
                        .add(fromArray(SPECIES, u, n - 4 * far))
                        .fma(broadcast(SPECIES, w4), curvature);
                FloatVector memory = fromArray(SPECIES, zeta, m)
                        .mul(decay)
                        .add(curvature.add(slope).mul(gain));
                memory.intoArray(zeta, m);
                FloatVector increment = slope.add(memory).mul(fromArray(SPECIES, c, n));
                if (keeps) {
                    fromArray(SPECIES, kept, differences + i).add(increment).intoArray(kept, differences + i);
                }
                fromArray(SPECIES, next, n)
                        .add(increment)
                        .add(COARSE)
                        .sub(COARSE)
                        .intoArray(next, n);
            }
        }
    }

    static void relax(float[] mu, Rows rows, LayerRows layer) {
        float[] w = layer.first();
        float[] b = layer.decay();
        float[] a = layer.gain();
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int field = rows.at() + row * rows.stride();
            int memories = layer.at() + row * layer.stride();
            int depth = layer.depth(row);
            FloatVector decay = broadcast(SPECIES, b[depth]);
            FloatVector gain = broadcast(SPECIES, a[depth]);
            for (int i = 0; i < length; i += LANES) {
                int n = field + i;
                int m = memories + i;
                fromArray(SPECIES, w, m)
                        .mul(decay)
                        .add(fromArray(SPECIES, mu, n).mul(gain))
                        .intoArray(w, m);
            }
        }
    }

    static void relaxTransposed(Stencil stencil, float[] mu, Rows rows, LayerRows layer) {
        float[] w = layer.first();
        float[] v = layer.second();
        int far = stencil.strides[layer.axis()];
        float d1 = stencil.layerFirst[layer.axis()][1];
        float d2 = stencil.layerFirst[layer.axis()][2];
        float[] b = layer.decay();
        float[] a = layer.gain();
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int field = rows.at() + row * rows.stride();
            int memories = layer.at() + row * layer.stride();
            int depth = layer.depth(row);
            FloatVector decay = broadcast(SPECIES, b[depth]);
            FloatVector gain = broadcast(SPECIES, a[depth]);
            for (int i = 0; i < length; i += LANES) {
                int n = field + i;
                int m = memories + i;
                FloatVector ofMu = fromArray(SPECIES, mu, n + far)
                        .sub(fromArray(SPECIES, mu, n - far))
                        .mul(d1);
                ofMu = fromArray(SPECIES, mu, n + 2 * far)
                        .sub(fromArray(SPECIES, mu, n - 2 * far))
                        .fma(broadcast(SPECIES, d2), ofMu);
                FloatVector ofW = fromArray(SPECIES, w, m + far)
                        .sub(fromArray(SPECIES, w, m - far))
                        .mul(d1);
                ofW = fromArray(SPECIES, w, m + 2 * far)
                        .sub(fromArray(SPECIES, w, m - 2 * far))
                        .fma(broadcast(SPECIES, d2), ofW);
                fromArray(SPECIES, v, m).mul(decay).sub(ofMu.add(ofW).mul(gain)).intoArray(v, m);
            }
        }
    }

    static void addTransposed(Stencil stencil, Target target, LayerRows layer) {
        Rows rows = target.rows();
        float[] next = target.next();
        float[] c = target.c();
        float[] w = layer.first();
        float[] v = layer.second();
        int far = stencil.strides[layer.axis()];
        float d1 = stencil.layerFirst[layer.axis()][1];
        float d2 = stencil.layerFirst[layer.axis()][2];
        float[] weights = stencil.layerSecond[layer.axis()];
        float w0 = weights[0];
        float w1 = weights[1];
        float w2 = weights[2];
        float w3 = weights[3];
        float w4 = weights[4];
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int field = rows.at() + row * rows.stride();
            int memories = layer.at() + row * layer.stride();
            for (int i = 0; i < length; i += LANES) {
                int n = field + i;
                int m = memories + i;
                FloatVector slope = fromArray(SPECIES, v, m + far)
                        .sub(fromArray(SPECIES, v, m - far))
                        .mul(d1);
                slope = fromArray(SPECIES, v, m + 2 * far)
                        .sub(fromArray(SPECIES, v, m - 2 * far))
                        .fma(broadcast(SPECIES, d2), slope);
                FloatVector curvature = fromArray(SPECIES, w, m).mul(w0);
                curvature = fromArray(SPECIES, w, m + far)
                        .add(fromArray(SPECIES, w, m - far))
                        .fma(broadcast(SPECIES, w1), curvature);
                curvature = fromArray(SPECIES, w, m + 2 * far)
                        .add(fromArray(SPECIES, w, m - 2 * far))
                        .fma(broadcast(SPECIES, w2), curvature);
                curvature = fromArray(SPECIES, w, m + 3 * far)
                        .add(fromArray(SPECIES, w, m - 3 * far))
                        .fma(broadcast(SPECIES, w3), curvature);
                curvature = fromArray(SPECIES, w, m + 4 * far)
                        .add(fromArray(SPECIES, w, m - 4 * far))
                        .fma(broadcast(SPECIES, w4), curvature);
                fromArray(SPECIES, next, n)
                        .add(curvature.sub(slope).mul(fromArray(SPECIES, c, n)))
                        .add(COARSE)
                        .sub(COARSE)
                        .intoArray(next, n);
            }
        }
    }
}
