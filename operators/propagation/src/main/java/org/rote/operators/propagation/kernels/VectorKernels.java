package org.rote.operators.propagation.kernels;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;
import static org.rote.operators.propagation.kernels.VectorSteps.LANES;
import static org.rote.operators.propagation.kernels.VectorSteps.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The kernels on the Vector API. Steps are {@link VectorSteps}; the loops of layers run over the weights inside, which costs a fifth there and saves a method for each order. What is left of a row is done point by point with the same roundings.
 */
final class VectorKernels implements Kernels {

    private static final float[] NONE = {};

    private final Stencil stencil;

    VectorKernels(Stencil stencil) {
        this.stencil = stencil;
    }

    @Override
    public void advance(float[] u, float[] previous, float[] c, int from, int to) {
        VectorSteps.row(stencil, VectorSteps.ADVANCING, u, previous, c, from, to, NONE, 0);
    }

    @Override
    public void advanceKeeping(float[] u, float[] previous, float[] c, int from, int to, float[] kept, int keptAt) {
        VectorSteps.row(stencil, VectorSteps.KEEPING, u, previous, c, from, to, kept, keptAt);
    }

    @Override
    public void laplacian(float[] u, int from, int to, float[] sum, int sumAt) {
        VectorSteps.row(stencil, VectorSteps.LAPLACIAN, u, NONE, NONE, from, to, sum, sumAt);
    }

    @Override
    public void update(float[] u, float[] previous, float[] c, int from, int to, float[] sum, int sumAt) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector now = fromArray(SPECIES, u, i);
            FloatVector increment = fromArray(SPECIES, sum, sumAt + i - from).mul(fromArray(SPECIES, c, i));
            now.add(now)
                    .sub(fromArray(SPECIES, previous, i))
                    .add(increment)
                    .add(COARSE)
                    .sub(COARSE)
                    .intoArray(previous, i);
        }
        for (; i < to; i++) {
            previous[i] = u[i] + u[i] - previous[i] + sum[sumAt + i - from] * c[i] + COARSE - COARSE;
        }
    }

    @Override
    public void updateKeeping(
            float[] u,
            float[] previous,
            float[] c,
            int from,
            int to,
            float[] sum,
            int sumAt,
            float[] kept,
            int keptAt) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector now = fromArray(SPECIES, u, i);
            FloatVector increment = fromArray(SPECIES, sum, sumAt + i - from).mul(fromArray(SPECIES, c, i));
            increment.intoArray(kept, keptAt + i - from);
            now.add(now)
                    .sub(fromArray(SPECIES, previous, i))
                    .add(increment)
                    .add(COARSE)
                    .sub(COARSE)
                    .intoArray(previous, i);
        }
        for (; i < to; i++) {
            float increment = sum[sumAt + i - from] * c[i];
            kept[keptAt + i - from] = increment;
            previous[i] = u[i] + u[i] - previous[i] + increment + COARSE - COARSE;
        }
    }

    @Override
    public void addFirst(int axis, float[] v, int from, int to, float[] sum, int sumAt) {
        int stride = stencil.strides[axis];
        float[] weights = stencil.first[axis];
        int radius = stencil.radius;
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector slope = zero(SPECIES);
            for (int k = 1; k <= radius; k++) {
                int far = k * stride;
                slope = fromArray(SPECIES, v, i + far)
                        .sub(fromArray(SPECIES, v, i - far))
                        .fma(broadcast(SPECIES, weights[k]), slope);
            }
            int s = sumAt + i - from;
            fromArray(SPECIES, sum, s).add(slope).intoArray(sum, s);
        }
        for (; i < to; i++) {
            sum[sumAt + i - from] += first(axis, v, i);
        }
    }

    @Override
    public void relaxFirst(
            int axis, float[] u, int from, int to, float[] b, float[] a, int profileAt, float[] psi, int psiAt) {
        int stride = stencil.strides[axis];
        float[] weights = stencil.first[axis];
        int radius = stencil.radius;
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector slope = zero(SPECIES);
            for (int k = 1; k <= radius; k++) {
                int far = k * stride;
                slope = fromArray(SPECIES, u, i + far)
                        .sub(fromArray(SPECIES, u, i - far))
                        .fma(broadcast(SPECIES, weights[k]), slope);
            }
            int m = psiAt + i - from;
            FloatVector decay =
                    axis == 0 ? fromArray(SPECIES, b, profileAt + i - from) : broadcast(SPECIES, b[profileAt]);
            FloatVector gain =
                    axis == 0 ? fromArray(SPECIES, a, profileAt + i - from) : broadcast(SPECIES, a[profileAt]);
            fromArray(SPECIES, psi, m).mul(decay).add(slope.mul(gain)).intoArray(psi, m);
        }
        for (; i < to; i++) {
            int p = profile(axis, profileAt, i - from);
            int m = psiAt + i - from;
            psi[m] = psi[m] * b[p] + first(axis, u, i) * a[p];
        }
    }

    @Override
    public void relaxSecond(
            int axis,
            float[] u,
            int from,
            int to,
            float[] b,
            float[] a,
            int profileAt,
            float[] psi,
            int psiAt,
            float[] zeta,
            int zetaAt,
            float[] sum,
            int sumAt) {
        int stride = stencil.strides[axis];
        float[] ofFirst = stencil.first[axis];
        float[] ofSecond = stencil.second[axis];
        int radius = stencil.radius;
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            int q = psiAt + i - from;
            FloatVector slope = zero(SPECIES);
            FloatVector curvature = fromArray(SPECIES, u, i).mul(ofSecond[0]);
            for (int k = 1; k <= radius; k++) {
                int far = k * stride;
                slope = fromArray(SPECIES, psi, q + far)
                        .sub(fromArray(SPECIES, psi, q - far))
                        .fma(broadcast(SPECIES, ofFirst[k]), slope);
                curvature = fromArray(SPECIES, u, i + far)
                        .add(fromArray(SPECIES, u, i - far))
                        .fma(broadcast(SPECIES, ofSecond[k]), curvature);
            }
            int m = zetaAt + i - from;
            int s = sumAt + i - from;
            FloatVector decay =
                    axis == 0 ? fromArray(SPECIES, b, profileAt + i - from) : broadcast(SPECIES, b[profileAt]);
            FloatVector gain =
                    axis == 0 ? fromArray(SPECIES, a, profileAt + i - from) : broadcast(SPECIES, a[profileAt]);
            FloatVector memory = fromArray(SPECIES, zeta, m)
                    .mul(decay)
                    .add(curvature.add(slope).mul(gain));
            memory.intoArray(zeta, m);
            fromArray(SPECIES, sum, s).add(slope.add(memory)).intoArray(sum, s);
        }
        for (; i < to; i++) {
            int p = profile(axis, profileAt, i - from);
            int m = zetaAt + i - from;
            float slope = first(axis, psi, psiAt + i - from);
            zeta[m] = zeta[m] * b[p] + (second(axis, u, i) + slope) * a[p];
            sum[sumAt + i - from] += slope + zeta[m];
        }
    }

    @Override
    public void relax(int axis, float[] mu, int from, int to, float[] b, float[] a, int profileAt, float[] w, int wAt) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            int m = wAt + i - from;
            FloatVector decay =
                    axis == 0 ? fromArray(SPECIES, b, profileAt + i - from) : broadcast(SPECIES, b[profileAt]);
            FloatVector gain =
                    axis == 0 ? fromArray(SPECIES, a, profileAt + i - from) : broadcast(SPECIES, a[profileAt]);
            fromArray(SPECIES, w, m)
                    .mul(decay)
                    .add(fromArray(SPECIES, mu, i).mul(gain))
                    .intoArray(w, m);
        }
        for (; i < to; i++) {
            int p = profile(axis, profileAt, i - from);
            int m = wAt + i - from;
            w[m] = w[m] * b[p] + mu[i] * a[p];
        }
    }

    @Override
    public void relaxTransposed(
            int axis,
            float[] mu,
            int from,
            int to,
            float[] b,
            float[] a,
            int profileAt,
            float[] w,
            int wAt,
            float[] v,
            int vAt) {
        int stride = stencil.strides[axis];
        float[] weights = stencil.first[axis];
        int radius = stencil.radius;
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            int q = wAt + i - from;
            FloatVector ofMu = zero(SPECIES);
            FloatVector ofW = zero(SPECIES);
            for (int k = 1; k <= radius; k++) {
                int far = k * stride;
                FloatVector weight = broadcast(SPECIES, weights[k]);
                ofMu = fromArray(SPECIES, mu, i + far)
                        .sub(fromArray(SPECIES, mu, i - far))
                        .fma(weight, ofMu);
                ofW = fromArray(SPECIES, w, q + far)
                        .sub(fromArray(SPECIES, w, q - far))
                        .fma(weight, ofW);
            }
            int m = vAt + i - from;
            FloatVector decay =
                    axis == 0 ? fromArray(SPECIES, b, profileAt + i - from) : broadcast(SPECIES, b[profileAt]);
            FloatVector gain =
                    axis == 0 ? fromArray(SPECIES, a, profileAt + i - from) : broadcast(SPECIES, a[profileAt]);
            fromArray(SPECIES, v, m).mul(decay).sub(ofMu.add(ofW).mul(gain)).intoArray(v, m);
        }
        for (; i < to; i++) {
            int p = profile(axis, profileAt, i - from);
            int m = vAt + i - from;
            v[m] = v[m] * b[p] - (first(axis, mu, i) + first(axis, w, wAt + i - from)) * a[p];
        }
    }

    @Override
    public void addTransposed(int axis, float[] w, int wAt, float[] v, int vAt, int length, float[] sum, int sumAt) {
        int stride = stencil.strides[axis];
        float[] ofFirst = stencil.first[axis];
        float[] ofSecond = stencil.second[axis];
        int radius = stencil.radius;
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector slope = zero(SPECIES);
            FloatVector curvature = fromArray(SPECIES, w, wAt + i).mul(ofSecond[0]);
            for (int k = 1; k <= radius; k++) {
                int far = k * stride;
                slope = fromArray(SPECIES, v, vAt + i + far)
                        .sub(fromArray(SPECIES, v, vAt + i - far))
                        .fma(broadcast(SPECIES, ofFirst[k]), slope);
                curvature = fromArray(SPECIES, w, wAt + i + far)
                        .add(fromArray(SPECIES, w, wAt + i - far))
                        .fma(broadcast(SPECIES, ofSecond[k]), curvature);
            }
            fromArray(SPECIES, sum, sumAt + i).add(curvature.sub(slope)).intoArray(sum, sumAt + i);
        }
        for (; i < length; i++) {
            sum[sumAt + i] += second(axis, w, wAt + i) - first(axis, v, vAt + i);
        }
    }

    @Override
    public void correlate(float[] gradient, float[] mu, int from, int to, float[] kept, int keptAt) {
        addProduct(gradient, mu, from, to, kept, keptAt);
    }

    @Override
    public void scatter(float[] next, float[] scale, int from, int to, float[] kept, int keptAt) {
        addProduct(next, scale, from, to, kept, keptAt);
    }

    private static void addProduct(float[] sum, float[] factor, int from, int to, float[] kept, int keptAt) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            fromArray(SPECIES, factor, i)
                    .fma(fromArray(SPECIES, kept, keptAt + i - from), fromArray(SPECIES, sum, i))
                    .intoArray(sum, i);
        }
        for (; i < to; i++) {
            sum[i] = Math.fma(factor[i], kept[keptAt + i - from], sum[i]);
        }
    }

    private static int profile(int axis, int profileAt, int i) {
        return axis == 0 ? profileAt + i : profileAt;
    }

    private float first(int axis, float[] u, int i) {
        int stride = stencil.strides[axis];
        float[] weights = stencil.first[axis];
        float sum = 0;
        for (int k = 1; k <= stencil.radius; k++) {
            sum = Math.fma(u[i + k * stride] - u[i - k * stride], weights[k], sum);
        }
        return sum;
    }

    private float second(int axis, float[] u, int i) {
        int stride = stencil.strides[axis];
        float[] weights = stencil.second[axis];
        float sum = weights[0] * u[i];
        for (int k = 1; k <= stencil.radius; k++) {
            sum = Math.fma(u[i + k * stride] + u[i - k * stride], weights[k], sum);
        }
        return sum;
    }
}
