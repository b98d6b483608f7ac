package org.rote.testkit;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Covariance;

/** What follows from atoms and from Gaussian components by their formulas, computed the slow and plain way. */
final class ClosedForm {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private ClosedForm() {}

    /** log N(x; mean, covariance). */
    static double logNormal(double[] x, double[] mean, Covariance covariance) {
        double[] residual = Vectors.minus(x, mean);
        double[] solved = new double[x.length];
        covariance.solve(residual, solved);
        return -0.5 * (Vectors.dot(residual, solved) + covariance.logDeterminant() + x.length * LOG_TWO_PI);
    }

    /** log Σ_n w_n N(x; μ_n, C_n + σ² I), also for σ = 0. */
    static ToDoubleFunction<double[]> logDensity(Components mixture, double sigma, int size) {
        double[][] means = means(mixture, size);
        Covariance[] covariances = new Covariance[mixture.count()];
        Arrays.setAll(covariances, n -> plusNoise(mixture.covariance(n), sigma));
        return x -> Vectors.logSumExp(IntStream.range(0, mixture.count())
                .mapToDouble(n -> mixture.logWeight(n) + logNormal(x, means[n], covariances[n]))
                .toArray());
    }

    /** log Σ_n w_n N(x; x_n, σ² I). */
    static ToDoubleFunction<double[]> logDensity(Atoms atoms, double sigma, int size) {
        double[][] models = models(atoms, size);
        double constant = -size * (Math.log(sigma) + 0.5 * LOG_TWO_PI);
        return x -> constant
                + Vectors.logSumExp(IntStream.range(0, models.length)
                        .mapToDouble(n -> {
                            double distance = Vectors.norm(Vectors.minus(x, models[n])) / sigma;
                            return atoms.logWeight(n) - 0.5 * distance * distance;
                        })
                        .toArray());
    }

    static double[] weights(Components mixture) {
        return IntStream.range(0, mixture.count())
                .mapToDouble(n -> Math.exp(mixture.logWeight(n)))
                .toArray();
    }

    static double[] weights(Atoms atoms) {
        return IntStream.range(0, atoms.count())
                .mapToDouble(n -> Math.exp(atoms.logWeight(n)))
                .toArray();
    }

    static double[][] means(Components mixture, int size) {
        double[][] means = new double[mixture.count()][size];
        for (int n = 0; n < means.length; n++) {
            mixture.mean(n, means[n]);
        }
        return means;
    }

    static double[][] models(Atoms atoms, int size) {
        double[][] models = new double[atoms.count()][size];
        for (int n = 0; n < models.length; n++) {
            atoms.atom(n, models[n]);
        }
        return models;
    }

    /** Σ_n w_n x_n. */
    static double[] mean(double[] weights, double[][] points) {
        double[] mean = new double[points[0].length];
        for (int n = 0; n < weights.length; n++) {
            mean = Vectors.plus(mean, weights[n], points[n]);
        }
        return mean;
    }

    /** The variance of a mixture along a direction v: Σ_n w_n ((v·(μ_n − mean))² + v·C_n v). */
    static double variance(Components mixture, double[] v) {
        double[][] means = means(mixture, v.length);
        double[] weights = weights(mixture);
        double[] product = new double[v.length];
        double sum = varianceOfPoints(weights, means, v);
        for (int n = 0; n < weights.length; n++) {
            mixture.covariance(n).apply(v, product);
            sum += weights[n] * Vectors.dot(v, product);
        }
        return sum;
    }

    /** The variance of weighted points along a direction v. */
    static double varianceOfPoints(double[] weights, double[][] points, double[] v) {
        double centre = Vectors.dot(v, mean(weights, points));
        double sum = 0;
        for (int n = 0; n < weights.length; n++) {
            double deviation = Vectors.dot(v, points[n]) - centre;
            sum += weights[n] * deviation * deviation;
        }
        return sum;
    }

    /** The number drawn by one uniform number from 0 to 1. */
    static int choose(double[] weights, double uniform) {
        double rest = uniform;
        for (int n = 0; n < weights.length - 1; n++) {
            rest -= weights[n];
            if (rest < 0) {
                return n;
            }
        }
        return weights.length - 1;
    }

    private static Covariance plusNoise(Covariance covariance, double sigma) {
        return sigma == 0 ? covariance : covariance.plusIsotropic(sigma * sigma);
    }
}
