package org.rote.numerics;

import java.util.random.RandomGenerator;

/**
 * Arithmetic of flat arrays, for places where its time does not matter. Arguments of one call are of one length. Sums run from the first number to the last, so the same numbers give the same
 * bits.
 */
public final class Vectors {

    private Vectors() {}

    /**
     * The plain dot product.
     *
     * @param a numbers; not modified
     * @param b as many numbers; not modified
     * @return Σ a_i b_i
     */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * The Euclidean norm. Squares must not overflow.
     *
     * @param a numbers; not modified
     * @return √(Σ a_i²)
     */
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /**
     * The squared Euclidean distance, from differences.
     *
     * @param a numbers; not modified
     * @param b as many numbers; not modified
     * @return Σ (a_i − b_i)²
     */
    public static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /**
     * Multiplies in place: a ← factor · a.
     *
     * @param a numbers; overwritten
     * @param factor the factor
     */
    public static void scale(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }

    /**
     * Adds in place: a ← a + b.
     *
     * @param a numbers; overwritten
     * @param b as many numbers; not modified
     */
    public static void add(double[] a, double[] b) {
        add(a, 1, b);
    }

    /**
     * Adds a multiple in place: a ← a + factor · b.
     *
     * @param a numbers; overwritten
     * @param factor the factor
     * @param b as many numbers; not modified
     */
    public static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }

    /**
     * The sum with a multiple.
     *
     * @param a numbers; not modified
     * @param factor the factor
     * @param b as many numbers; not modified
     * @return a + factor · b, a new array
     */
    public static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        add(sum, factor, b);
        return sum;
    }

    /**
     * The difference.
     *
     * @param a numbers; not modified
     * @param b as many numbers; not modified
     * @return a − b, a new array
     */
    public static double[] minus(double[] a, double[] b) {
        return plus(a, -1, b);
    }

    /**
     * Standard normal numbers.
     *
     * @param random the source of randomness
     * @param size how many
     * @return a new array
     */
    public static double[] normal(RandomGenerator random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
