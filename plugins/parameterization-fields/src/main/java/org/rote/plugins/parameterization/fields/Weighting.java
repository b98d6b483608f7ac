package org.rote.plugins.parameterization.fields;

import org.rote.spi.AffineMapping;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

/** m = w u, the same weights in every column. Where a weight is 0 the model is 0 whatever u is, and the coordinates of a model are 0. */
final class Weighting implements AffineMapping, Parameterization.Invertible {

    private final Space space;
    private final double[] column;

    /**
     * A weighting.
     *
     * @param space of u and of m
     * @param column w along the last axis, each at least 0; kept
     */
    Weighting(Space space, double[] column) {
        this.space = space;
        this.column = column;
    }

    @Override
    public Space domain() {
        return space;
    }

    @Override
    public Space range() {
        return space;
    }

    @Override
    public void forward(double[] x, double[] out) {
        apply(x, out);
    }

    @Override
    public void apply(double[] dx, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = column[i % column.length] * dx[i];
        }
    }

    @Override
    public void applyAdjoint(double[] dy, double[] out) {
        apply(dy, out);
    }

    @Override
    public void invert(double[] model, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double weight = column[i % column.length];
            out[i] = weight == 0 ? 0 : model[i] / weight;
        }
    }
}
