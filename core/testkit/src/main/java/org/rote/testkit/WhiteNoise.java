package org.rote.testkit;

import java.util.random.RandomGenerator;
import org.rote.spi.Covariance;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Space;

/** Independent Gaussian noise of one standard deviation, for tests. Immutable. */
public final class WhiteNoise implements GaussianNoise {

    private final Space space;
    private final Covariance covariance;

    /**
     * Takes the level.
     *
     * @param size number of data
     * @param standardDeviation in data units, positive
     */
    public WhiteNoise(int size, double standardDeviation) {
        this.space = Space.vector(size);
        this.covariance = DenseCovariance.isotropic(size, standardDeviation * standardDeviation);
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
        return ClosedForm.logNormal(observed, predicted, covariance);
    }

    @Override
    public void gradient(double[] observed, double[] predicted, double[] out) {
        covariance.solve(Vectors.minus(observed, predicted), out);
    }

    @Override
    public void draw(double[] predicted, RandomGenerator random, double[] out) {
        covariance.root(Vectors.normal(random, predicted.length), out);
        for (int i = 0; i < predicted.length; i++) {
            out[i] += predicted[i];
        }
    }
}
