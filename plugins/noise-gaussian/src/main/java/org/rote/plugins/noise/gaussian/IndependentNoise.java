package org.rote.plugins.noise.gaussian;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.rote.numerics.Covariances;
import org.rote.spi.Covariance;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Space;

/** log p(y | d) = −Σ_i [(y_i − d_i)²/(2γ_i²) + log γ_i + ½ log 2π], over the stored numbers i. */
final class IndependentNoise implements GaussianNoise {

    private final Space space;
    private final double[] deviations;
    private final Covariance covariance;
    private final double constant;

    private IndependentNoise(Space space, double[] deviations, Covariance covariance) {
        this.space = space;
        this.deviations = deviations;
        this.covariance = covariance;
        this.constant = -0.5 * (covariance.logDeterminant() + space.size() * Math.log(2 * Math.PI));
    }

    static IndependentNoise uniform(Space space, double deviation) {
        double[] deviations = new double[space.size()];
        Arrays.fill(deviations, deviation);
        return new IndependentNoise(space, deviations, Covariances.isotropic(space.size(), deviation * deviation));
    }

    static IndependentNoise each(Space space, double[] deviations) {
        double[] variances = Arrays.stream(deviations).map(d -> d * d).toArray();
        return new IndependentNoise(space, deviations, Covariances.diagonal(variances));
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public Covariance covariance() {
        return covariance;
    }

    @Override
    public double logDensity(double[] observed, double[] predicted) {
        double sum = 0;
        for (int i = 0; i < deviations.length; i++) {
            double whitened = (observed[i] - predicted[i]) / deviations[i];
            sum += whitened * whitened;
        }
        return constant - 0.5 * sum;
    }

    @Override
    public void gradient(double[] observed, double[] predicted, double[] out) {
        for (int i = 0; i < deviations.length; i++) {
            out[i] = (observed[i] - predicted[i]) / (deviations[i] * deviations[i]);
        }
    }

    @Override
    public void draw(double[] predicted, RandomGenerator random, double[] out) {
        for (int i = 0; i < deviations.length; i++) {
            out[i] = predicted[i] + deviations[i] * random.nextGaussian();
        }
    }
}
