package org.rote.operators.propagation.kernels;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API. Steps are {@link VectorSteps2D} and {@link VectorSteps3D}. All is written out, with vectors local to a method, for the same reasons as there.
 */
final class VectorKernels implements Kernels {

    /** Vectors that a line holds a whole number of. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= Rows.LINE
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;

    static final int LANES = SPECIES.length();

    private final Stencil stencil;

    VectorKernels(Stencil stencil) {
        this.stencil = stencil;
    }

    @Override
    public void advance(float[] u, Target target) {
        Rows rows = target.rows();
        Increments kept = target.kept();
        for (int row = 0; row < rows.count(); row++) {
            int from = rows.at() + row * rows.stride();
            int to = from + rows.length();
            int keptAt = kept.at() + row * kept.stride();
            if (stencil.strides.length == 2) {
                VectorSteps2D.row(stencil, u, target.next(), target.c(), from, to, kept.values(), keptAt);
            } else {
                VectorSteps3D.row(stencil, u, target.next(), target.c(), from, to, kept.values(), keptAt);
            }
        }
    }

    @Override
    public void relaxFirst(float[] u, Rows rows, LayerRows layer) {
        float[] psi = layer.first();
        int far = stencil.strides[layer.axis()];
        float d1 = stencil.layerFirst[layer.axis()][1];
        float d2 = stencil.layerFirst[layer.axis()][2];
        float[] b = layer.decay();
        float[] a = layer.gain();
        boolean along = layer.axis() == 0;
        LayerWalk walk = LayerWalk.of(rows, layer, LANES);
        for (int line = 0; line < walk.lines(); line++) {
            int n = rows.at() + line * walk.line();
            int m = layer.at() + line * walk.memoryLine();
            int depth = layer.depth() + line * walk.depth();
            FloatVector decay = along ? fromArray(SPECIES, b, depth) : broadcast(SPECIES, b[depth]);
            FloatVector gain = along ? fromArray(SPECIES, a, depth) : broadcast(SPECIES, a[depth]);
            for (int vector = 0; vector < walk.vectors(); vector++) {
                FloatVector slope = fromArray(SPECIES, u, n + far)
                        .sub(fromArray(SPECIES, u, n - far))
                        .mul(d1);
                slope = fromArray(SPECIES, u, n + 2 * far)
                        .sub(fromArray(SPECIES, u, n - 2 * far))
                        .fma(broadcast(SPECIES, d2), slope);
                fromArray(SPECIES, psi, m).mul(decay).add(slope.mul(gain)).intoArray(psi, m);
                n += walk.vector();
                m += walk.memoryVector();
            }
        }
    }

    @Override
    public void relaxSecond(float[] u, Target target, LayerRows layer) {
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
        boolean along = layer.axis() == 0;
        LayerWalk walk = LayerWalk.of(rows, layer, LANES);
        int keptVector = along ? target.kept().stride() : LANES;
        int keptLine = along ? LANES : target.kept().stride();
        for (int line = 0; line < walk.lines(); line++) {
            int n = rows.at() + line * walk.line();
            int m = layer.at() + line * walk.memoryLine();
            int k = target.kept().at() + line * keptLine;
            int depth = layer.depth() + line * walk.depth();
            FloatVector decay = along ? fromArray(SPECIES, b, depth) : broadcast(SPECIES, b[depth]);
            FloatVector gain = along ? fromArray(SPECIES, a, depth) : broadcast(SPECIES, a[depth]);
            for (int vector = 0; vector < walk.vectors(); vector++) {
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
                    fromArray(SPECIES, kept, k).add(increment).intoArray(kept, k);
                }
                fromArray(SPECIES, next, n)
                        .add(increment)
                        .add(COARSE)
                        .sub(COARSE)
                        .intoArray(next, n);
                n += walk.vector();
                m += walk.memoryVector();
                k += keptVector;
            }
        }
    }

    @Override
    public void relax(float[] mu, Rows rows, LayerRows layer) {
        float[] w = layer.first();
        float[] b = layer.decay();
        float[] a = layer.gain();
        boolean along = layer.axis() == 0;
        LayerWalk walk = LayerWalk.of(rows, layer, LANES);
        for (int line = 0; line < walk.lines(); line++) {
            int n = rows.at() + line * walk.line();
            int m = layer.at() + line * walk.memoryLine();
            int depth = layer.depth() + line * walk.depth();
            FloatVector decay = along ? fromArray(SPECIES, b, depth) : broadcast(SPECIES, b[depth]);
            FloatVector gain = along ? fromArray(SPECIES, a, depth) : broadcast(SPECIES, a[depth]);
            for (int vector = 0; vector < walk.vectors(); vector++) {
                fromArray(SPECIES, w, m)
                        .mul(decay)
                        .add(fromArray(SPECIES, mu, n).mul(gain))
                        .intoArray(w, m);
                n += walk.vector();
                m += walk.memoryVector();
            }
        }
    }

    @Override
    public void relaxTransposed(float[] mu, Rows rows, LayerRows layer) {
        float[] w = layer.first();
        float[] v = layer.second();
        int far = stencil.strides[layer.axis()];
        float d1 = stencil.layerFirst[layer.axis()][1];
        float d2 = stencil.layerFirst[layer.axis()][2];
        float[] b = layer.decay();
        float[] a = layer.gain();
        boolean along = layer.axis() == 0;
        LayerWalk walk = LayerWalk.of(rows, layer, LANES);
        for (int line = 0; line < walk.lines(); line++) {
            int n = rows.at() + line * walk.line();
            int m = layer.at() + line * walk.memoryLine();
            int depth = layer.depth() + line * walk.depth();
            FloatVector decay = along ? fromArray(SPECIES, b, depth) : broadcast(SPECIES, b[depth]);
            FloatVector gain = along ? fromArray(SPECIES, a, depth) : broadcast(SPECIES, a[depth]);
            for (int vector = 0; vector < walk.vectors(); vector++) {
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
                n += walk.vector();
                m += walk.memoryVector();
            }
        }
    }

    @Override
    public void addTransposed(Target target, LayerRows layer) {
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
        LayerWalk walk = LayerWalk.of(rows, layer, LANES);
        for (int line = 0; line < walk.lines(); line++) {
            int n = rows.at() + line * walk.line();
            int m = layer.at() + line * walk.memoryLine();
            for (int vector = 0; vector < walk.vectors(); vector++) {
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
                n += walk.vector();
                m += walk.memoryVector();
            }
        }
    }

    @Override
    public void correlate(float[] gradient, float[] mu, Rows rows, Increments kept) {
        addProduct(gradient, mu, rows, kept);
    }

    @Override
    public void scatter(float[] next, float[] scale, Rows rows, Increments kept) {
        addProduct(next, scale, rows, kept);
    }

    private static void addProduct(float[] sum, float[] factor, Rows rows, Increments kept) {
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int at = rows.at() + row * rows.stride();
            int keptAt = kept.at() + row * kept.stride();
            for (int i = 0; i < length; i += LANES) {
                fromArray(SPECIES, factor, at + i)
                        .fma(fromArray(SPECIES, kept.values(), keptAt + i), fromArray(SPECIES, sum, at + i))
                        .intoArray(sum, at + i);
            }
        }
    }
}
