package org.rote.operators.propagation.kernels;

/** The kernels in plain Java. */
final class PlainKernels implements Kernels {

    private final Stencil stencil;

    PlainKernels(Stencil stencil) {
        this.stencil = stencil;
    }

    @Override
    public void advance(float[] u, float[] previous, float[] c, int from, int to) {
        for (int i = from; i < to; i++) {
            previous[i] = 2 * u[i] - previous[i] + c[i] * laplacian(u, i) + COARSE - COARSE;
        }
    }

    @Override
    public void advanceKeeping(float[] u, float[] previous, float[] c, int from, int to, float[] kept, int keptAt) {
        for (int i = from; i < to; i++) {
            float increment = c[i] * laplacian(u, i);
            kept[keptAt + i - from] = increment;
            previous[i] = 2 * u[i] - previous[i] + increment + COARSE - COARSE;
        }
    }

    @Override
    public void laplacian(float[] u, int from, int to, float[] sum, int sumAt) {
        for (int i = from; i < to; i++) {
            sum[sumAt + i - from] = laplacian(u, i);
        }
    }

    @Override
    public void update(float[] u, float[] previous, float[] c, int from, int to, float[] sum, int sumAt) {
        for (int i = from; i < to; i++) {
            previous[i] = 2 * u[i] - previous[i] + c[i] * sum[sumAt + i - from] + COARSE - COARSE;
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
        for (int i = from; i < to; i++) {
            float increment = c[i] * sum[sumAt + i - from];
            kept[keptAt + i - from] = increment;
            previous[i] = 2 * u[i] - previous[i] + increment + COARSE - COARSE;
        }
    }

    @Override
    public void addFirst(int axis, float[] v, int from, int to, float[] sum, int sumAt) {
        for (int i = from; i < to; i++) {
            sum[sumAt + i - from] += first(axis, v, i);
        }
    }

    @Override
    public void relaxFirst(
            int axis, float[] u, int from, int to, float[] b, float[] a, int profileAt, float[] psi, int psiAt) {
        for (int i = from; i < to; i++) {
            int p = profile(axis, profileAt, i - from);
            int m = psiAt + i - from;
            psi[m] = b[p] * psi[m] + a[p] * first(axis, u, i);
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
        for (int i = from; i < to; i++) {
            int p = profile(axis, profileAt, i - from);
            int m = zetaAt + i - from;
            float slope = first(axis, psi, psiAt + i - from);
            zeta[m] = b[p] * zeta[m] + a[p] * (second(axis, u, i) + slope);
            sum[sumAt + i - from] += slope + zeta[m];
        }
    }

    @Override
    public void relax(int axis, float[] mu, int from, int to, float[] b, float[] a, int profileAt, float[] w, int wAt) {
        for (int i = from; i < to; i++) {
            int p = profile(axis, profileAt, i - from);
            int m = wAt + i - from;
            w[m] = b[p] * w[m] + a[p] * mu[i];
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
        for (int i = from; i < to; i++) {
            int p = profile(axis, profileAt, i - from);
            int m = vAt + i - from;
            v[m] = b[p] * v[m] - a[p] * (first(axis, mu, i) + first(axis, w, wAt + i - from));
        }
    }

    @Override
    public void addTransposed(int axis, float[] w, int wAt, float[] v, int vAt, int length, float[] sum, int sumAt) {
        for (int i = 0; i < length; i++) {
            sum[sumAt + i] += second(axis, w, wAt + i) - first(axis, v, vAt + i);
        }
    }

    @Override
    public void correlate(float[] gradient, float[] mu, int from, int to, float[] kept, int keptAt) {
        for (int i = from; i < to; i++) {
            gradient[i] += mu[i] * kept[keptAt + i - from];
        }
    }

    @Override
    public void scatter(float[] next, float[] scale, int from, int to, float[] kept, int keptAt) {
        for (int i = from; i < to; i++) {
            next[i] += scale[i] * kept[keptAt + i - from];
        }
    }

    private static int profile(int axis, int profileAt, int i) {
        return axis == 0 ? profileAt + i : profileAt;
    }

    private float laplacian(float[] u, int i) {
        float sum = stencil.centre * u[i];
        for (int axis = 0; axis < stencil.strides.length; axis++) {
            int stride = stencil.strides[axis];
            float[] weights = stencil.second[axis];
            for (int k = 1; k <= stencil.radius; k++) {
                sum += weights[k] * (u[i - k * stride] + u[i + k * stride]);
            }
        }
        return sum;
    }

    private float first(int axis, float[] u, int i) {
        int stride = stencil.strides[axis];
        float[] weights = stencil.first[axis];
        float sum = 0;
        for (int k = 1; k <= stencil.radius; k++) {
            sum += weights[k] * (u[i + k * stride] - u[i - k * stride]);
        }
        return sum;
    }

    private float second(int axis, float[] u, int i) {
        int stride = stencil.strides[axis];
        float[] weights = stencil.second[axis];
        float sum = weights[0] * u[i];
        for (int k = 1; k <= stencil.radius; k++) {
            sum += weights[k] * (u[i - k * stride] + u[i + k * stride]);
        }
        return sum;
    }
}
