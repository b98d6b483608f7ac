package org.rote.operators.helmholtz;

/** Complex numbers in arrays of (real, imaginary) pairs. */
final class Pairs {

    private Pairs() {}

    /** out[k] = a[i] · b[j]. */
    static void multiply(double[] a, int i, double[] b, int j, double[] out, int k) {
        double re = a[2 * i];
        double im = a[2 * i + 1];
        out[2 * k] = re * b[2 * j] - im * b[2 * j + 1];
        out[2 * k + 1] = re * b[2 * j + 1] + im * b[2 * j];
    }

    /** out[k] -= a[i]. */
    static void subtract(double[] a, int i, double[] out, int k) {
        out[2 * k] -= a[2 * i];
        out[2 * k + 1] -= a[2 * i + 1];
    }
}
