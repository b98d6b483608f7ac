package org.rote.operators.propagation.kernels;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.rote.operators.propagation.kernels.Kernels.COARSE;
import static org.rote.operators.propagation.kernels.VectorKernels.LANES;
import static org.rote.operators.propagation.kernels.VectorKernels.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Layers of axis 0, above and below the model. A row of them is two vectors long, too short for a loop: so vectors are gone through place by place, each place for all rows. Neighbours are a known distance apart, of which the compiler makes
 * one check of an index instead of many.
 */
final class VectorLayersAlong {

    private VectorLayersAlong() {}

    static void relaxFirst(Stencil stencil, float[] u, Rows rows, LayerRows layer) {
        float[] psi = layer.first();
        float d1 = stencil.layerFirst[0][1];
        float d2 = stencil.layerFirst[0][2];
        float[] b = layer.decay();
        float[] a = layer.gain();
        for (int i = 0; i < rows.length(); i += LANES) {
            int n = rows.at() + i;
            int m = layer.at() + i;
            FloatVector decay = fromArray(SPECIES, b, layer.depth() + i);
            FloatVector gain = fromArray(SPECIES, a, layer.depth() + i);
            for (int row = 0; row < rows.count(); row++) {
                FloatVector slope = fromArray(SPECIES, u, n + 1)
                        .sub(fromArray(SPECIES, u, n - 1))
                        .mul(d1);
                slope = fromArray(SPECIES, u, n + 2)
                        .sub(fromArray(SPECIES, u, n - 2))
                        .fma(broadcast(SPECIES, d2), slope);
                fromArray(SPECIES, psi, m).mul(decay).add(slope.mul(gain)).intoArray(psi, m);
                n += rows.stride();
                m += layer.stride();
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
        float d1 = stencil.layerFirst[0][1];
        float d2 = stencil.layerFirst[0][2];
        float[] weights = stencil.layerSecond[0];
        float w0 = weights[0];
        float w1 = weights[1];
        float w2 = weights[2];
        float w3 = weights[3];
        float w4 = weights[4];
        float[] b = layer.decay();
        float[] a = layer.gain();
        for (int i = 0; i < rows.length(); i += LANES) {
            int n = rows.at() + i;
            int m = layer.at() + i;
            int k = target.kept().at() + i;
            FloatVector decay = fromArray(SPECIES, b, layer.depth() + i);
            FloatVector gain = fromArray(SPECIES, a, layer.depth() + i);
            for (int row = 0; row < rows.count(); row++) {
                FloatVector slope = fromArray(SPECIES, psi, m + 1)
                        .sub(fromArray(SPECIES, psi, m - 1))
                        .mul(d1);
                slope = fromArray(SPECIES, psi, m + 2)
                        .sub(fromArray(SPECIES, psi, m - 2))
                        .fma(broadcast(SPECIES, d2), slope);
                FloatVector curvature = fromArray(SPECIES, u, n).mul(w0);
                curvature = fromArray(SPECIES, u, n + 1)
                        .add(fromArray(SPECIES, u, n - 1))
                        .fma(broadcast(SPECIES, w1), curvature);
                curvature = fromArray(SPECIES, u, n + 2)
                        .add(fromArray(SPECIES, u, n - 2))
                        .fma(broadcast(SPECIES, w2), curvature);
                curvature = fromArray(SPECIES, u, n + 3)
                        .add(fromArray(SPECIES, u, n - 3))
                        .fma(broadcast(SPECIES, w3), curvature);
                curvature = fromArray(SPECIES, u, n + 4)
                        .add(fromArray(SPECIES, u, n - 4))
                        .fma(broadcast(SPECIES, w4), curvature);
                FloatVector memory = fromArray(SPECIES, zeta, m)
                        .mul(decay)
                        .add(curvature.add(slope).mul(gain));
                memory.intoArray(zeta, m);
                FloatVector increment = slope.add(memory).mul(fromArray(SPECIES, c, n));
                if (keeps) {
                    fromArray(SPECIES, kept, k).add(increment).intoArray(kept, k);
                }
                fromArray(SPECIES, next, n)
                        .add(increment)
                        .add(COARSE)
                        .sub(COARSE)
                        .intoArray(next, n);
                n += rows.stride();
                m += layer.stride();
                k += target.kept().stride();
            }
        }
    }

    static void relax(float[] mu, Rows rows, LayerRows layer) {
        float[] w = layer.first();
        float[] b = layer.decay();
        float[] a = layer.gain();
        for (int i = 0; i < rows.length(); i += LANES) {
            int n = rows.at() + i;
            int m = layer.at() + i;
            FloatVector decay = fromArray(SPECIES, b, layer.depth() + i);
            FloatVector gain = fromArray(SPECIES, a, layer.depth() + i);
            for (int row = 0; row < rows.count(); row++) {
                fromArray(SPECIES, w, m)
                        .mul(decay)
                        .add(fromArray(SPECIES, mu, n).mul(gain))
                        .intoArray(w, m);
                n += rows.stride();
                m += layer.stride();
            }
        }
    }

    static void relaxTransposed(Stencil stencil, float[] mu, Rows rows, LayerRows layer) {
        float[] w = layer.first();
        float[] v = layer.second();
        float d1 = stencil.layerFirst[0][1];
        float d2 = stencil.layerFirst[0][2];
        float[] b = layer.decay();
        float[] a = layer.gain();
        for (int i = 0; i < rows.length(); i += LANES) {
            int n = rows.at() + i;
            int m = layer.at() + i;
            FloatVector decay = fromArray(SPECIES, b, layer.depth() + i);
            FloatVector gain = fromArray(SPECIES, a, layer.depth() + i);
            for (int row = 0; row < rows.count(); row++) {
                FloatVector ofMu = fromArray(SPECIES, mu, n + 1)
                        .sub(fromArray(SPECIES, mu, n - 1))
                        .mul(d1);
                ofMu = fromArray(SPECIES, mu, n + 2)
                        .sub(fromArray(SPECIES, mu, n - 2))
                        .fma(broadcast(SPECIES, d2), ofMu);
                FloatVector ofW = fromArray(SPECIES, w, m + 1)
                        .sub(fromArray(SPECIES, w, m - 1))
                        .mul(d1);
                ofW = fromArray(SPECIES, w, m + 2)
                        .sub(fromArray(SPECIES, w, m - 2))
                        .fma(broadcast(SPECIES, d2), ofW);
                fromArray(SPECIES, v, m).mul(decay).sub(ofMu.add(ofW).mul(gain)).intoArray(v, m);
                n += rows.stride();
                m += layer.stride();
            }
        }
    }

    static void addTransposed(Stencil stencil, Target target, LayerRows layer) {
        Rows rows = target.rows();
        float[] next = target.next();
        float[] c = target.c();
        float[] w = layer.first();
        float[] v = layer.second();
        float d1 = stencil.layerFirst[0][1];
        float d2 = stencil.layerFirst[0][2];
        float[] weights = stencil.layerSecond[0];
        float w0 = weights[0];
        float w1 = weights[1];
        float w2 = weights[2];
        float w3 = weights[3];
        float w4 = weights[4];
        for (int i = 0; i < rows.length(); i += LANES) {
            int n = rows.at() + i;
            int m = layer.at() + i;
            for (int row = 0; row < rows.count(); row++) {
                FloatVector slope = fromArray(SPECIES, v, m + 1)
                        .sub(fromArray(SPECIES, v, m - 1))
                        .mul(d1);
                slope = fromArray(SPECIES, v, m + 2)
                        .sub(fromArray(SPECIES, v, m - 2))
                        .fma(broadcast(SPECIES, d2), slope);
                FloatVector curvature = fromArray(SPECIES, w, m).mul(w0);
                curvature = fromArray(SPECIES, w, m + 1)
                        .add(fromArray(SPECIES, w, m - 1))
                        .fma(broadcast(SPECIES, w1), curvature);
                curvature = fromArray(SPECIES, w, m + 2)
                        .add(fromArray(SPECIES, w, m - 2))
                        .fma(broadcast(SPECIES, w2), curvature);
                curvature = fromArray(SPECIES, w, m + 3)
                        .add(fromArray(SPECIES, w, m - 3))
                        .fma(broadcast(SPECIES, w3), curvature);
                curvature = fromArray(SPECIES, w, m + 4)
                        .add(fromArray(SPECIES, w, m - 4))
                        .fma(broadcast(SPECIES, w4), curvature);
                fromArray(SPECIES, next, n)
                        .add(curvature.sub(slope).mul(fromArray(SPECIES, c, n)))
                        .add(COARSE)
                        .sub(COARSE)
                        .intoArray(next, n);
                n += rows.stride();
                m += layer.stride();
            }
        }
    }
}
