package org.rote.numerics;

/**
 * The inner loops of dense linear algebra. Every access is at the loop's own index of an array of its own: that is what compilers of JDK 17 and 25 turn into vector
 * instructions.
 */
final class DenseLoops {

    private DenseLoops() {}

    /** y += a·u + b·v + c·w + d·x, the first {@code length} numbers. */
    static void addMultiples(
            double[] y,
            double a,
            double[] u,
            double b,
            double[] v,
            double c,
            double[] w,
            double d,
            double[] x,
            int length) {
        for (int j = 0; j < length; j++) {
            y[j] += a * u[j] + b * v[j] + c * w[j] + d * x[j];
        }
    }

    /** y += a·u, the first {@code length} numbers. */
    static void addMultiple(double[] y, double a, double[] u, int length) {
        for (int j = 0; j < length; j++) {
            y[j] += a * u[j];
        }
    }

    /** y += Σ_k factor · coefficients[at + k] · rows[from + k] for k &lt; terms. */
    static void addRows(
            double[] y,
            double factor,
            double[] coefficients,
            int at,
            double[][] rows,
            int from,
            int terms,
            int length) {
        int k = 0;
        for (; k + 4 <= terms; k += 4) {
            addMultiples(
                    y,
                    factor * coefficients[at + k],
                    rows[from + k],
                    factor * coefficients[at + k + 1],
                    rows[from + k + 1],
                    factor * coefficients[at + k + 2],
                    rows[from + k + 2],
                    factor * coefficients[at + k + 3],
                    rows[from + k + 3],
                    length);
        }
        for (; k < terms; k++) {
            addMultiple(y, factor * coefficients[at + k], rows[from + k], length);
        }
    }

    /** Σ u_j v_j over {@code length} numbers, in four interleaved sums. */
    static double dot(double[] u, int uAt, double[] v, int vAt, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 4 <= length; j += 4) {
            a += u[uAt + j] * v[vAt + j];
            b += u[uAt + j + 1] * v[vAt + j + 1];
            c += u[uAt + j + 2] * v[vAt + j + 2];
            d += u[uAt + j + 3] * v[vAt + j + 3];
        }
        for (; j < length; j++) {
            a += u[uAt + j] * v[vAt + j];
        }
        return (a + b) + (c + d);
    }
}
