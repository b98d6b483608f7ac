package org.rote.engine.solo;

import java.util.random.RandomGenerator;
import org.rote.numerics.Covariances;
import org.rote.spi.Covariance;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Space;

/** Noise of standard deviation 1, for manifests without a noise section: the misfit is then ½‖F(m) − d‖². */
record UnitNoise(Space space) implements GaussianNoise {

    @Override
    public Covariance covariance() {
        return Covariances.isotropic(space.size(), 1);
    }

    @Override
    public double logDensity(double[] observed, double[] predicted) {
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            sum += (observed[i] - predicted[i]) * (observed[i] - predicted[i]);
        }
        return -0.5 * (sum + observed.length * Math.log(2 * Math.PI));
    }

    @Override
    public void gradient(double[] observed, double[] predicted, double[] out) {
        for (int i = 0; i < observed.length; i++) {
            out[i] = observed[i] - predicted[i];
        }
    }

    @Override
    public void draw(double[] predicted, RandomGenerator random, double[] out) {
        for (int i = 0; i < predicted.length; i++) {
            out[i] = predicted[i] + random.nextGaussian();
        }
    }
}
