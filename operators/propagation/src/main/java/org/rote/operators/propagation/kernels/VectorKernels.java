package org.rote.operators.propagation.kernels;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API. Steps are {@link VectorSteps2D} and {@link VectorSteps3D}, layers {@link VectorLayersAlong} and {@link VectorLayersAcross}: each written out, with vectors local to a method.
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
        if (layer.axis() == 0) {
            VectorLayersAlong.relaxFirst(stencil, u, rows, layer);
        } else {
            VectorLayersAcross.relaxFirst(stencil, u, rows, layer);
        }
    }

    @Override
    public void relaxSecond(float[] u, Target target, LayerRows layer) {
        if (layer.axis() == 0) {
            VectorLayersAlong.relaxSecond(stencil, u, target, layer);
        } else {
            VectorLayersAcross.relaxSecond(stencil, u, target, layer);
        }
    }

    @Override
    public void relax(float[] mu, Rows rows, LayerRows layer) {
        if (layer.axis() == 0) {
            VectorLayersAlong.relax(mu, rows, layer);
        } else {
            VectorLayersAcross.relax(mu, rows, layer);
        }
    }

    @Override
    public void relaxTransposed(float[] mu, Rows rows, LayerRows layer) {
        if (layer.axis() == 0) {
            VectorLayersAlong.relaxTransposed(stencil, mu, rows, layer);
        } else {
            VectorLayersAcross.relaxTransposed(stencil, mu, rows, layer);
        }
    }

    @Override
    public void addTransposed(Target target, LayerRows layer) {
        if (layer.axis() == 0) {
            VectorLayersAlong.addTransposed(stencil, target, layer);
        } else {
            VectorLayersAcross.addTransposed(stencil, target, layer);
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
