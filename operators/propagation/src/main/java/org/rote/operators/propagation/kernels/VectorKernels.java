package org.rote.operators.propagation.kernels;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API. Steps are {@link VectorSteps2D} and {@link VectorSteps3D}; the loops of layers run over the weights inside, which costs a fifth there and saves a method for each order.
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
        int stride = stencil.strides[layer.axis()];
        float[] weights = stencil.first[layer.axis()];
        float[] psi = layer.first();
        float[] b = layer.decay();
        float[] a = layer.gain();
        boolean along = layer.axis() == 0;
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int at = rows.at() + row * rows.stride();
            int memoryAt = layer.at() + row * layer.stride();
            int depth = layer.depth(row);
            for (int i = 0; i < length; i += LANES) {
                FloatVector slope = zero(SPECIES);
                for (int k = 1; k < weights.length; k++) {
                    int far = k * stride;
                    slope = fromArray(SPECIES, u, at + i + far)
                            .sub(fromArray(SPECIES, u, at + i - far))
                            .fma(broadcast(SPECIES, weights[k]), slope);
                }
                FloatVector decay = along ? fromArray(SPECIES, b, depth + i) : broadcast(SPECIES, b[depth]);
                FloatVector gain = along ? fromArray(SPECIES, a, depth + i) : broadcast(SPECIES, a[depth]);
                fromArray(SPECIES, psi, memoryAt + i)
                        .mul(decay)
                        .add(slope.mul(gain))
                        .intoArray(psi, memoryAt + i);
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
        int stride = stencil.strides[layer.axis()];
        float[] ofFirst = stencil.first[layer.axis()];
        float[] ofSecond = stencil.second[layer.axis()];
        float[] psi = layer.first();
        float[] zeta = layer.second();
        float[] b = layer.decay();
        float[] a = layer.gain();
        boolean along = layer.axis() == 0;
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int at = rows.at() + row * rows.stride();
            int keptAt = target.kept().at() + row * target.kept().stride();
            int memoryAt = layer.at() + row * layer.stride();
            int depth = layer.depth(row);
            for (int i = 0; i < length; i += LANES) {
                FloatVector slope = zero(SPECIES);
                FloatVector curvature = fromArray(SPECIES, u, at + i).mul(ofSecond[0]);
                for (int k = 1; k < ofFirst.length; k++) {
                    int far = k * stride;
                    slope = fromArray(SPECIES, psi, memoryAt + i + far)
                            .sub(fromArray(SPECIES, psi, memoryAt + i - far))
                            .fma(broadcast(SPECIES, ofFirst[k]), slope);
                    curvature = fromArray(SPECIES, u, at + i + far)
                            .add(fromArray(SPECIES, u, at + i - far))
                            .fma(broadcast(SPECIES, ofSecond[k]), curvature);
                }
                FloatVector decay = along ? fromArray(SPECIES, b, depth + i) : broadcast(SPECIES, b[depth]);
                FloatVector gain = along ? fromArray(SPECIES, a, depth + i) : broadcast(SPECIES, a[depth]);
                FloatVector memory = fromArray(SPECIES, zeta, memoryAt + i)
                        .mul(decay)
                        .add(curvature.add(slope).mul(gain));
                memory.intoArray(zeta, memoryAt + i);
                FloatVector increment = slope.add(memory).mul(fromArray(SPECIES, c, at + i));
                if (keeps) {
                    fromArray(SPECIES, kept, keptAt + i).add(increment).intoArray(kept, keptAt + i);
                }
                fromArray(SPECIES, next, at + i)
                        .add(increment)
                        .add(COARSE)
                        .sub(COARSE)
                        .intoArray(next, at + i);
            }
        }
    }

    @Override
    public void relax(float[] mu, Rows rows, LayerRows layer) {
        float[] w = layer.first();
        float[] b = layer.decay();
        float[] a = layer.gain();
        boolean along = layer.axis() == 0;
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int at = rows.at() + row * rows.stride();
            int memoryAt = layer.at() + row * layer.stride();
            int depth = layer.depth(row);
            for (int i = 0; i < length; i += LANES) {
                FloatVector decay = along ? fromArray(SPECIES, b, depth + i) : broadcast(SPECIES, b[depth]);
                FloatVector gain = along ? fromArray(SPECIES, a, depth + i) : broadcast(SPECIES, a[depth]);
                fromArray(SPECIES, w, memoryAt + i)
                        .mul(decay)
                        .add(fromArray(SPECIES, mu, at + i).mul(gain))
                        .intoArray(w, memoryAt + i);
            }
        }
    }

    @Override
    public void relaxTransposed(float[] mu, Rows rows, LayerRows layer) {
        int stride = stencil.strides[layer.axis()];
        float[] weights = stencil.first[layer.axis()];
        float[] w = layer.first();
        float[] v = layer.second();
        float[] b = layer.decay();
        float[] a = layer.gain();
        boolean along = layer.axis() == 0;
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int at = rows.at() + row * rows.stride();
            int memoryAt = layer.at() + row * layer.stride();
            int depth = layer.depth(row);
            for (int i = 0; i < length; i += LANES) {
                FloatVector ofMu = zero(SPECIES);
                FloatVector ofW = zero(SPECIES);
                for (int k = 1; k < weights.length; k++) {
                    int far = k * stride;
                    FloatVector weight = broadcast(SPECIES, weights[k]);
                    ofMu = fromArray(SPECIES, mu, at + i + far)
                            .sub(fromArray(SPECIES, mu, at + i - far))
                            .fma(weight, ofMu);
                    ofW = fromArray(SPECIES, w, memoryAt + i + far)
                            .sub(fromArray(SPECIES, w, memoryAt + i - far))
                            .fma(weight, ofW);
                }
                FloatVector decay = along ? fromArray(SPECIES, b, depth + i) : broadcast(SPECIES, b[depth]);
                FloatVector gain = along ? fromArray(SPECIES, a, depth + i) : broadcast(SPECIES, a[depth]);
                fromArray(SPECIES, v, memoryAt + i)
                        .mul(decay)
                        .sub(ofMu.add(ofW).mul(gain))
                        .intoArray(v, memoryAt + i);
            }
        }
    }

    @Override
    public void addTransposed(Target target, LayerRows layer) {
        Rows rows = target.rows();
        float[] next = target.next();
        float[] c = target.c();
        int stride = stencil.strides[layer.axis()];
        float[] ofFirst = stencil.first[layer.axis()];
        float[] ofSecond = stencil.second[layer.axis()];
        float[] w = layer.first();
        float[] v = layer.second();
        int length = rows.length();
        for (int row = 0; row < rows.count(); row++) {
            int at = rows.at() + row * rows.stride();
            int memoryAt = layer.at() + row * layer.stride();
            for (int i = 0; i < length; i += LANES) {
                FloatVector slope = zero(SPECIES);
                FloatVector curvature = fromArray(SPECIES, w, memoryAt + i).mul(ofSecond[0]);
                for (int k = 1; k < ofFirst.length; k++) {
                    int far = k * stride;
                    slope = fromArray(SPECIES, v, memoryAt + i + far)
                            .sub(fromArray(SPECIES, v, memoryAt + i - far))
                            .fma(broadcast(SPECIES, ofFirst[k]), slope);
                    curvature = fromArray(SPECIES, w, memoryAt + i + far)
                            .add(fromArray(SPECIES, w, memoryAt + i - far))
                            .fma(broadcast(SPECIES, ofSecond[k]), curvature);
                }
                fromArray(SPECIES, next, at + i)
                        .add(curvature.sub(slope).mul(fromArray(SPECIES, c, at + i)))
                        .add(COARSE)
                        .sub(COARSE)
                        .intoArray(next, at + i);
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
