package org.rote.plugins.diagnostic.summary;

import java.util.Arrays;
import java.util.Optional;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Likelihood;
import org.rote.spi.Space;

/**
 * Data and what a point predicts of them.
 *
 * @param space the space of the data
 * @param observed the data y
 * @param predicted F at the point
 * @param weighted Γ⁻¹ (y − F), where the noise is Gaussian
 * @param logLikelihood log p(y | F)
 */
record DataFit(Space space, double[] observed, double[] predicted, Optional<double[]> weighted, double logLikelihood) {

    /** Of many data the misfit of a right model is 1; beyond 2 they are not explained. */
    private static final double LARGEST_MISFIT = 2;

    /** Of few data it may be far from 1 by chance: this many standard deviations √(2/m) are allowed. */
    private static final double DEVIATIONS = 3;

    /** Above this the misfit of that many data is doubtful. */
    static double largestMisfit(int count) {
        return Math.max(LARGEST_MISFIT, 1 + DEVIATIONS * Math.sqrt(2.0 / count));
    }

    static DataFit at(Likelihood likelihood, double[] point) {
        Space space = likelihood.mapping().range();
        double[] observed = likelihood.data();
        double[] predicted = new double[space.size()];
        likelihood.mapping().forward(point, predicted);
        Optional<double[]> weighted = Optional.empty();
        if (likelihood.noise() instanceof GaussianNoise noise) {
            double[] solved = new double[predicted.length];
            noise.covariance().solve(Fields.minus(observed, predicted), solved);
            weighted = Optional.of(solved);
        }
        return new DataFit(
                space, observed, predicted, weighted, likelihood.noise().logDensity(observed, predicted));
    }

    double[] residual() {
        return Fields.minus(observed, predicted);
    }

    /** (1/m) rᵀ Γ⁻¹ r with m real numbers in the data. */
    Optional<Double> misfit() {
        double[] residual = residual();
        return weighted.map(solved -> {
            double sum = 0;
            for (int i = 0; i < solved.length; i++) {
                sum += residual[i] * solved[i];
            }
            return sum / solved.length;
        });
    }

    /**
     * What each datum has of the misfit, sign(r) √max(0, r (Γ⁻¹ r)): for independent noise the residual over its standard deviation, and in any case the squares add up to the
     * misfit as long as no datum has a negative share.
     */
    Optional<double[]> standardized() {
        double[] residual = residual();
        return weighted.map(solved -> {
            double[] shares = new double[solved.length];
            Arrays.setAll(shares, i -> Math.signum(residual[i]) * Math.sqrt(Math.max(0, residual[i] * solved[i])));
            return shares;
        });
    }
}
