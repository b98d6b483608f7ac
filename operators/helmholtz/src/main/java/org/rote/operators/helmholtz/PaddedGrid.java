package org.rote.operators.helmholtz;

import java.util.List;
import org.rote.operators.survey.Grid;
import org.rote.spi.Axis;

/**
 * The nodes of the model with those of the absorbing layers around them. Node (i, k) of it has number i · nz + k, and its squared slowness is that of the nearest node of the model.
 *
 * @param x along x, from left of the model to right of it
 * @param z along z, from above the model to below it
 * @param layer thickness of a layer in cells
 */
record PaddedGrid(Axis x, Axis z, int layer) {

    static PaddedGrid around(Grid grid, int layer) {
        return new PaddedGrid(
                padded("x", grid.countX(), grid.spacingX(), layer),
                padded("z", grid.countZ(), grid.spacingZ(), layer),
                layer);
    }

    private static Axis padded(String name, int count, double step, int layer) {
        return new Axis(name, "m", count + 2 * layer, step, -layer * step);
    }

    int nx() {
        return x.count();
    }

    int nz() {
        return z.count();
    }

    List<Axis> axes() {
        return List.of(x, z);
    }

    int nodes() {
        return nx() * nz();
    }

    /** For each node of it, the number of the model's node whose value it has. */
    int[] modelNodes() {
        int width = nx() - 2 * layer;
        int depth = nz() - 2 * layer;
        int[] nodes = new int[nodes()];
        for (int i = 0; i < nx(); i++) {
            int column = Math.min(Math.max(i - layer, 0), width - 1);
            for (int k = 0; k < nz(); k++) {
                nodes[i * nz() + k] = column * depth + Math.min(Math.max(k - layer, 0), depth - 1);
            }
        }
        return nodes;
    }

    /** s = 1 + i σ/ω at the nodes of one axis, as (real, imaginary) pairs. */
    double[] stretch(int count, double strength, double omega) {
        double[] stretch = new double[2 * count];
        for (int i = 0; i < count; i++) {
            int outside = Math.max(Math.max(layer - i, i - (count - 1 - layer)), 0);
            double depth = (double) outside / layer;
            stretch[2 * i] = 1;
            stretch[2 * i + 1] = strength * depth * depth / omega;
        }
        return stretch;
    }
}
