package org.rote.testkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Arithmetic on flat arrays, written for clarity. */
final class Vectors {

    private Vectors() {}

    static double[] normal(RandomGenerator random, int size) {
        double[] v = new double[size];
        Arrays.setAll(v, i -> random.nextGaussian());
        return v;
    }

    /** Filled with NaN, so that whoever adds to it or leaves a place out is found. */
    static double[] poisoned(int size) {
        double[] v = new double[size];
        Arrays.fill(v, Double.NaN);
        return v;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    /** The size of a typical entry; 1 for a vector of zeros. */
    static double scale(double[] v) {
        double norm = norm(v);
        return norm == 0 ? 1 : norm / Math.sqrt(v.length);
    }

    static double[] minus(double[] a, double[] b) {
        return plus(a, -1, b);
    }

    /** a + factor * b. */
    static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + factor * b[i]);
        return sum;
    }

    static double[] times(double factor, double[] v) {
        double[] product = new double[v.length];
        Arrays.setAll(product, i -> factor * v[i]);
        return product;
    }

    /** log Σ exp(v_i), without overflow. */
    static double logSumExp(double[] v) {
        double largest = Arrays.stream(v).max().orElse(Double.NEGATIVE_INFINITY);
        if (Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double value : v) {
            sum += Math.exp(value - largest);
        }
        return largest + Math.log(sum);
    }
}
