package org.rote.operators.propagation.kernels;

/** Loops short enough, and with every array at the loop's own index, for the compiler to make vector instructions of them. */
final class PlainLoops {

    private PlainLoops() {}

    /** sum ← sum + weight a. */
    static void add(float[] sum, float[] a, float weight, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += weight * a[i];
        }
    }

    /** sum ← sum + weight (a + b). */
    static void addSum(float[] sum, float[] a, float[] b, float weight, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += weight * (a[i] + b[i]);
        }
    }

    /** sum ← sum + weight (a − b). */
    static void addDifference(float[] sum, float[] a, float[] b, float weight, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += weight * (a[i] - b[i]);
        }
    }

    /** sum ← sum + a b. */
    static void addProduct(float[] sum, float[] a, float[] b, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += a[i] * b[i];
        }
    }

    /** a ← a b. */
    static void multiply(float[] a, float[] b, int length) {
        for (int i = 0; i < length; i++) {
            a[i] *= b[i];
        }
    }

    /** previous ← 2u − previous + increment, small numbers rounded to 0. */
    static void step(float[] previous, float[] u, float[] increment, int length) {
        for (int i = 0; i < length; i++) {
            previous[i] = u[i] + u[i] - previous[i] + increment[i] + Kernels.COARSE - Kernels.COARSE;
        }
    }

    /** a ← a, small numbers rounded to 0. */
    static void coarsen(float[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = a[i] + Kernels.COARSE - Kernels.COARSE;
        }
    }

    /** memory ← b memory + a term, all by point. */
    static void relax(float[] memory, float[] b, float[] a, float[] term, int length) {
        for (int i = 0; i < length; i++) {
            memory[i] = b[i] * memory[i] + a[i] * term[i];
        }
    }
}
