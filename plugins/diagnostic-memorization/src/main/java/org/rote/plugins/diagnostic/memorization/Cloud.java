package org.rote.plugins.diagnostic.memorization;

import java.util.random.RandomGenerator;
import org.rote.spi.Atoms;
import org.rote.spi.Case;

/**
 * Gaussian clouds around a point, in the space of the posterior: what a good posterior of that centre and width looks like that knows nothing of single training models.
 *
 * <p>Behind a parameterization its coordinates are independent, with the width times their standard deviations over the training set. Models themselves are correlated, so without a parameterization the cloud has
 * the width squared times the covariance of the training set: centre + width Σ_n g_n (x_n − x̄) / √(N − 1) with independent standard normal g.
 */
final class Cloud {

    private final Atoms examples;
    private final boolean independent;
    private final Moments moments;
    private final int size;

    Cloud(Case subject, Atoms examples) {
        this.examples = examples;
        this.independent = subject.parameterization().isPresent();
        this.moments = new Moments(Sight.of(subject, View.COORDINATES, false), examples);
        this.size = subject.posterior().space().size();
    }

    /**
     * Draws.
     *
     * @param centre of the cloud
     * @param width in standard deviations of the training set
     * @param count how many points
     * @param random the source of randomness
     * @return points, one after another
     */
    double[] around(double[] centre, double width, int count, RandomGenerator random) {
        double[] points = new double[Math.multiplyExact(count, size)];
        if (independent) {
            for (int k = 0; k < points.length; k++) {
                int i = k % size;
                points[k] = centre[i] + width * moments.deviations()[i] * random.nextGaussian();
            }
            return points;
        }
        for (int k = 0; k < points.length; k++) {
            points[k] = centre[k % size];
        }
        addCorrelated(points, width / Math.sqrt(examples.count() - 1.0), count, random);
        return points;
    }

    /** Reads every training model once. */
    private void addCorrelated(double[] points, double scale, int count, RandomGenerator random) {
        double[] model = new double[size];
        for (int n = 0; n < examples.count(); n++) {
            examples.atom(n, model);
            for (int k = 0; k < count; k++) {
                double factor = scale * random.nextGaussian();
                for (int i = 0; i < size; i++) {
                    points[k * size + i] += factor * (model[i] - moments.mean()[i]);
                }
            }
        }
    }
}
