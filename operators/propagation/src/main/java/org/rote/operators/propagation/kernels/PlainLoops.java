package org.rote.operators.propagation.kernels;

/**
 * Loops of which the compilers of JDK 17 and 25 make vector instructions. What JDK 17 asks for:
 *
 * <ul>
 *   <li>every array is read and written at the loop's own index, or a whole number of vectors from it: no neighbours;
 *   <li>at most some 60 operations (its {@code LoopUnrollLimit}), so no more than two pairs of neighbours at once: what is larger is not unrolled and stays scalar, which takes ten times as long;
 *   <li>a sum of differences or sums of two pairs must be added to something.
 * </ul>
 *
 * <p>No fused multiply-add: where processors have no instruction for it Java takes hundreds of times as long.
 */
final class PlainLoops {

    /** Where rows begin in every array: where lines of a cache do, if the array does. Copies to there take half the time with vectors of 256 bits. */
    static final int FIRST = Rows.FIRST;

    private PlainLoops() {}

    /** sum ← w a + w1 (a1 + b1) + w2 (a2 + b2). */
    static void sums(
            float[] sum,
            float[] a,
            float w,
            float[] a1,
            float[] b1,
            float w1,
            float[] a2,
            float[] b2,
            float w2,
            int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            sum[i] = w * a[i] + w1 * (a1[i] + b1[i]) + w2 * (a2[i] + b2[i]);
        }
    }

    /** sum ← sum + w1 (a1 + b1) + w2 (a2 + b2). */
    static void addSums(float[] sum, float[] a1, float[] b1, float w1, float[] a2, float[] b2, float w2, int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            sum[i] += w1 * (a1[i] + b1[i]) + w2 * (a2[i] + b2[i]);
        }
    }

    /** sum ← sum + d1 (a1 − b1) + d2 (a2 − b2). */
    static void addDifferences(
            float[] sum, float[] a1, float[] b1, float d1, float[] a2, float[] b2, float d2, int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            sum[i] += d1 * (a1[i] - b1[i]) + d2 * (a2[i] - b2[i]);
        }
    }

    /** a ← a b. */
    static void multiply(float[] a, float[] b, int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            a[i] *= b[i];
        }
    }

    /** sum ← sum + a b. */
    static void addProduct(float[] sum, float[] a, float[] b, int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            sum[i] += a[i] * b[i];
        }
    }

    /** sum ← sum + a (b + c). */
    static void addProduct(float[] sum, float[] a, float[] b, float[] c, int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            sum[i] += a[i] * (b[i] + c[i]);
        }
    }

    /** previous ← 2u − previous + c term, small numbers rounded to 0. */
    static void step(float[] previous, float[] u, float[] c, float[] term, int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            previous[i] = u[i] + u[i] - previous[i] + c[i] * term[i] + Kernels.COARSE - Kernels.COARSE;
        }
    }

    /** field ← field + c (one + other), small numbers rounded to 0. */
    static void increase(float[] field, float[] c, float[] one, float[] other, int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            field[i] = field[i] + c[i] * (one[i] + other[i]) + Kernels.COARSE - Kernels.COARSE;
        }
    }

    /** memory ← b memory + a term. */
    static void relax(float[] memory, float[] b, float[] a, float[] term, int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            memory[i] = b[i] * memory[i] + a[i] * term[i];
        }
    }

    /** memory ← b memory + a (one + other). */
    static void relax(float[] memory, float[] b, float[] a, float[] one, float[] other, int length) {
        for (int i = FIRST; i < FIRST + length; i++) {
            memory[i] = b[i] * memory[i] + a[i] * (one[i] + other[i]);
        }
    }
}
