package org.rote.engine.solo;

import java.util.random.RandomGenerator;

/** Arithmetic on flat arrays. */
final class Vectors {

    private Vectors() {}

    static double[] normal(RandomGenerator random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** a + h b. */
    static double[] plus(double[] a, double h, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + h * b[i];
        }
        return sum;
    }
}
