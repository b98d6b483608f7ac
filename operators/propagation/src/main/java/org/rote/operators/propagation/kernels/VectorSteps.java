package org.rote.operators.propagation.kernels;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Steps of rows of any length by {@link VectorSteps2D} and {@link VectorSteps3D}: the last points of a row, fewer than lanes, are computed by one more vector that ends with the row, and those of shorter rows one by one, with the same roundings.
 */
final class VectorSteps {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** previous ← 2u − previous + c L u. */
    static final int ADVANCING = 0;

    /** The same, and kept ← c L u. */
    static final int KEEPING = 1;

    /** kept ← L u alone. */
    static final int LAPLACIAN = 2;

    /** The lanes that a last vector has to compute, from index {@code rest} on. */
    private static final boolean[] LAST = new boolean[2 * LANES];

    static {
        Arrays.fill(LAST, LANES, 2 * LANES, true);
    }

    private VectorSteps() {}

    static void row(
            Stencil stencil,
            int mode,
            float[] u,
            float[] previous,
            float[] c,
            int from,
            int to,
            float[] kept,
            int keptAt) {
        int length = to - from;
        if (length < LANES) {
            points(stencil, mode, u, previous, c, from, to, kept, keptAt);
            return;
        }
        vectors(stencil, mode, u, previous, c, from, to, kept, keptAt);
        int rest = length % LANES;
        if (rest == 0) {
            return;
        }
        int last = to - LANES;
        if (mode == LAPLACIAN) {
            vectors(stencil, mode, u, previous, c, last, to, kept, keptAt + last - from);
            return;
        }
        // The first lanes have been stepped already and would be stepped twice.
        FloatVector stepped = FloatVector.fromArray(SPECIES, previous, last);
        vectors(stencil, mode, u, previous, c, last, to, kept, keptAt + last - from);
        stepped.blend(FloatVector.fromArray(SPECIES, previous, last), VectorMask.fromArray(SPECIES, LAST, rest))
                .intoArray(previous, last);
    }

    private static void vectors(
            Stencil stencil,
            int mode,
            float[] u,
            float[] previous,
            float[] c,
            int from,
            int to,
            float[] kept,
            int keptAt) {
        if (stencil.strides.length == 2) {
            VectorSteps2D.row(stencil, mode, u, previous, c, from, to, kept, keptAt);
        } else {
            VectorSteps3D.row(stencil, mode, u, previous, c, from, to, kept, keptAt);
        }
    }

    private static void points(
            Stencil stencil,
            int mode,
            float[] u,
            float[] previous,
            float[] c,
            int from,
            int to,
            float[] kept,
            int keptAt) {
        for (int i = from; i < to; i++) {
            float sum = laplacian(stencil, u, i);
            if (mode == LAPLACIAN) {
                kept[keptAt + i - from] = sum;
                continue;
            }
            float increment = sum * c[i];
            if (mode == KEEPING) {
                kept[keptAt + i - from] = increment;
            }
            previous[i] = u[i] + u[i] - previous[i] + increment + Kernels.COARSE - Kernels.COARSE;
        }
    }

    /** In the order of the vector kernels: odd and even neighbours apart. */
    private static float laplacian(Stencil stencil, float[] u, int i) {
        float odd = stencil.centre * u[i];
        float even = 0;
        for (int axis = 0; axis < stencil.strides.length; axis++) {
            float[] weights = stencil.second[axis];
            for (int k = 1; k <= stencil.radius; k++) {
                int distance = k * stencil.strides[axis];
                float pair = u[i - distance] + u[i + distance];
                if (k % 2 == 1) {
                    odd = Math.fma(pair, weights[k], odd);
                } else {
                    even = Math.fma(pair, weights[k], even);
                }
            }
        }
        return odd + even;
    }
}
