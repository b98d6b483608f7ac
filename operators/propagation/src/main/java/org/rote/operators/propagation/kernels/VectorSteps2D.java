package org.rote.operators.propagation.kernels;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.rote.operators.propagation.kernels.Kernels.COARSE;
import static org.rote.operators.propagation.kernels.VectorKernels.LANES;
import static org.rote.operators.propagation.kernels.VectorKernels.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Steps of whole vectors in two dimensions. One method for each order, written out: a loop over the weights takes 1.7 times as long, and with the loads in a method of their own the compiler of JDK 17 makes objects of vectors and
 * needs ten times as long.
 */
final class VectorSteps2D {

    private VectorSteps2D() {}

    /** Does one row; keeps nothing in an empty array. */
    static void row(Stencil stencil, float[] u, float[] next, float[] c, int from, int to, float[] kept, int keptAt) {
        switch (stencil.radius) {
            case 2 -> fourth(stencil, u, next, c, from, to, kept, keptAt);
            case 4 -> eighth(stencil, u, next, c, from, to, kept, keptAt);
            case 8 -> sixteenth(stencil, u, next, c, from, to, kept, keptAt);
            default -> throw new IllegalStateException("no vector kernel for radius " + stencil.radius);
        }
    }

    /** Order 4: r = 2. */
    private static void fourth(
            Stencil stencil, float[] u, float[] next, float[] c, int from, int to, float[] kept, int keptAt) {
        boolean keeps = kept.length > 0;
        float centre = stencil.centre;
        float[] wz = stencil.second[0];
        float z1 = wz[1];
        float z2 = wz[2];
        float[] wx = stencil.second[1];
        int x = stencil.strides[1];
        float x1 = wx[1];
        float x2 = wx[2];
        for (int i = from; i <= to - LANES; i += LANES) {
            FloatVector now = fromArray(SPECIES, u, i);
            FloatVector odd = now.mul(centre);
            FloatVector even = zero(SPECIES);
            odd = fromArray(SPECIES, u, i - 1).add(fromArray(SPECIES, u, i + 1)).fma(broadcast(SPECIES, z1), odd);
            even = fromArray(SPECIES, u, i - 2)
                    .add(fromArray(SPECIES, u, i + 2))
                    .fma(broadcast(SPECIES, z2), even);
            odd = fromArray(SPECIES, u, i - x).add(fromArray(SPECIES, u, i + x)).fma(broadcast(SPECIES, x1), odd);
            even = fromArray(SPECIES, u, i - 2 * x)
                    .add(fromArray(SPECIES, u, i + 2 * x))
                    .fma(broadcast(SPECIES, x2), even);
            FloatVector sum = odd.add(even);
            FloatVector increment = sum.mul(fromArray(SPECIES, c, i));
            if (keeps) {
                increment.intoArray(kept, keptAt + i - from);
            }
            now.add(now)
                    .sub(fromArray(SPECIES, next, i))
                    .add(increment)
                    .add(COARSE)
                    .sub(COARSE)
                    .intoArray(next, i);
        }
    }

    /** Order 8: r = 4. */
    private static void eighth(
            Stencil stencil, float[] u, float[] next, float[] c, int from, int to, float[] kept, int keptAt) {
        boolean keeps = kept.length > 0;
        float centre = stencil.centre;
        float[] wz = stencil.second[0];
        float z1 = wz[1];
        float z2 = wz[2];
        float z3 = wz[3];
        float z4 = wz[4];
        float[] wx = stencil.second[1];
        int x = stencil.strides[1];
        float x1 = wx[1];
        float x2 = wx[2];
        float x3 = wx[3];
        float x4 = wx[4];
        for (int i = from; i <= to - LANES; i += LANES) {
            FloatVector now = fromArray(SPECIES, u, i);
            FloatVector odd = now.mul(centre);
            FloatVector even = zero(SPECIES);
            odd = fromArray(SPECIES, u, i - 1).add(fromArray(SPECIES, u, i + 1)).fma(broadcast(SPECIES, z1), odd);
            even = fromArray(SPECIES, u, i - 2)
                    .add(fromArray(SPECIES, u, i + 2))
                    .fma(broadcast(SPECIES, z2), even);
            odd = fromArray(SPECIES, u, i - 3).add(fromArray(SPECIES, u, i + 3)).fma(broadcast(SPECIES, z3), odd);
            even = fromArray(SPECIES, u, i - 4)
                    .add(fromArray(SPECIES, u, i + 4))
                    .fma(broadcast(SPECIES, z4), even);
            odd = fromArray(SPECIES, u, i - x).add(fromArray(SPECIES, u, i + x)).fma(broadcast(SPECIES, x1), odd);
            even = fromArray(SPECIES, u, i - 2 * x)
                    .add(fromArray(SPECIES, u, i + 2 * x))
                    .fma(broadcast(SPECIES, x2), even);
            odd = fromArray(SPECIES, u, i - 3 * x)
                    .add(fromArray(SPECIES, u, i + 3 * x))
                    .fma(broadcast(SPECIES, x3), odd);
            even = fromArray(SPECIES, u, i - 4 * x)
                    .add(fromArray(SPECIES, u, i + 4 * x))
                    .fma(broadcast(SPECIES, x4), even);
            FloatVector sum = odd.add(even);
            FloatVector increment = sum.mul(fromArray(SPECIES, c, i));
            if (keeps) {
                increment.intoArray(kept, keptAt + i - from);
            }
            now.add(now)
                    .sub(fromArray(SPECIES, next, i))
                    .add(increment)
                    .add(COARSE)
                    .sub(COARSE)
                    .intoArray(next, i);
        }
    }

    /** Order 16: r = 8. */
    private static void sixteenth(
            Stencil stencil, float[] u, float[] next, float[] c, int from, int to, float[] kept, int keptAt) {
        boolean keeps = kept.length > 0;
        float centre = stencil.centre;
        float[] wz = stencil.second[0];
        float z1 = wz[1];
        float z2 = wz[2];
        float z3 = wz[3];
        float z4 = wz[4];
        float z5 = wz[5];
        float z6 = wz[6];
        float z7 = wz[7];
        float z8 = wz[8];
        float[] wx = stencil.second[1];
        int x = stencil.strides[1];
        float x1 = wx[1];
        float x2 = wx[2];
        float x3 = wx[3];
        float x4 = wx[4];
        float x5 = wx[5];
        float x6 = wx[6];
        float x7 = wx[7];
        float x8 = wx[8];
        for (int i = from; i <= to - LANES; i += LANES) {
            FloatVector now = fromArray(SPECIES, u, i);
            FloatVector odd = now.mul(centre);
            FloatVector even = zero(SPECIES);
            odd = fromArray(SPECIES, u, i - 1).add(fromArray(SPECIES, u, i + 1)).fma(broadcast(SPECIES, z1), odd);
            even = fromArray(SPECIES, u, i - 2)
                    .add(fromArray(SPECIES, u, i + 2))
                    .fma(broadcast(SPECIES, z2), even);
            odd = fromArray(SPECIES, u, i - 3).add(fromArray(SPECIES, u, i + 3)).fma(broadcast(SPECIES, z3), odd);
            even = fromArray(SPECIES, u, i - 4)
                    .add(fromArray(SPECIES, u, i + 4))
                    .fma(broadcast(SPECIES, z4), even);
            odd = fromArray(SPECIES, u, i - 5).add(fromArray(SPECIES, u, i + 5)).fma(broadcast(SPECIES, z5), odd);
            even = fromArray(SPECIES, u, i - 6)
                    .add(fromArray(SPECIES, u, i + 6))
                    .fma(broadcast(SPECIES, z6), even);
            odd = fromArray(SPECIES, u, i - 7).add(fromArray(SPECIES, u, i + 7)).fma(broadcast(SPECIES, z7), odd);
            even = fromArray(SPECIES, u, i - 8)
                    .add(fromArray(SPECIES, u, i + 8))
                    .fma(broadcast(SPECIES, z8), even);
            odd = fromArray(SPECIES, u, i - x).add(fromArray(SPECIES, u, i + x)).fma(broadcast(SPECIES, x1), odd);
            even = fromArray(SPECIES, u, i - 2 * x)
                    .add(fromArray(SPECIES, u, i + 2 * x))
                    .fma(broadcast(SPECIES, x2), even);
            odd = fromArray(SPECIES, u, i - 3 * x)
                    .add(fromArray(SPECIES, u, i + 3 * x))
                    .fma(broadcast(SPECIES, x3), odd);
            even = fromArray(SPECIES, u, i - 4 * x)
                    .add(fromArray(SPECIES, u, i + 4 * x))
                    .fma(broadcast(SPECIES, x4), even);
            odd = fromArray(SPECIES, u, i - 5 * x)
                    .add(fromArray(SPECIES, u, i + 5 * x))
                    .fma(broadcast(SPECIES, x5), odd);
            even = fromArray(SPECIES, u, i - 6 * x)
                    .add(fromArray(SPECIES, u, i + 6 * x))
                    .fma(broadcast(SPECIES, x6), even);
            odd = fromArray(SPECIES, u, i - 7 * x)
                    .add(fromArray(SPECIES, u, i + 7 * x))
                    .fma(broadcast(SPECIES, x7), odd);
            even = fromArray(SPECIES, u, i - 8 * x)
                    .add(fromArray(SPECIES, u, i + 8 * x))
                    .fma(broadcast(SPECIES, x8), even);
            FloatVector sum = odd.add(even);
            FloatVector increment = sum.mul(fromArray(SPECIES, c, i));
            if (keeps) {
                increment.intoArray(kept, keptAt + i - from);
            }
            now.add(now)
                    .sub(fromArray(SPECIES, next, i))
                    .add(increment)
                    .add(COARSE)
                    .sub(COARSE)
                    .intoArray(next, i);
        }
    }
}
