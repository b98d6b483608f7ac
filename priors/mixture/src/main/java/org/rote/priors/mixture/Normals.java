package org.rote.priors.mixture;

import java.util.List;
import org.rote.numerics.Weights;
import org.rote.spi.Components;
import org.rote.spi.Covariance;

/** Components from their parts; one covariance stands for all. */
record Normals(Weights weights, Means means, List<Covariance> covariances) implements Components {

    /** Copies out the mean of a component. */
    @FunctionalInterface
    interface Means {
        void read(int n, double[] out);
    }

    /** Means in memory. */
    static Means of(double[][] means) {
        return (n, out) -> System.arraycopy(means[n], 0, out, 0, means[n].length);
    }

    @Override
    public int count() {
        return weights.count();
    }

    @Override
    public double logWeight(int n) {
        return weights.log(n);
    }

    @Override
    public void mean(int n, double[] out) {
        means.read(n, out);
    }

    @Override
    public Covariance covariance(int n) {
        return covariances.get(covariances.size() == 1 ? 0 : n);
    }
}
