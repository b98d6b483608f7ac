package org.rote.priors.mixture;

import java.util.Arrays;
import org.rote.numerics.TrainingModels;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

/** Mean and variance, with the divisor N − 1, of every unknown over a training set, by Welford's (1962) recursion. */
final class Moments {

    private final double[] mean;
    private final double[] variances;

    Moments(TrainingModels models, int size) {
        mean = new double[size];
        variances = new double[size];
        double[] model = new double[size];
        for (int n = 0; n < models.count(); n++) {
            models.atom(n, model);
            for (int i = 0; i < size; i++) {
                double before = model[i] - mean[i];
                mean[i] += before / (n + 1);
                variances[i] += before * (model[i] - mean[i]);
            }
        }
        Arrays.setAll(variances, i -> variances[i] / (models.count() - 1));
    }

    double[] mean() {
        return mean;
    }

    /**
     * The variances, of which a covariance can be made.
     *
     * @throws InvalidInputException when an unknown does not vary
     */
    double[] positiveVariances(Space space) {
        for (int i = 0; i < variances.length; i++) {
            if (!(variances[i] > 0)) {
                throw new InvalidInputException(
                        "training",
                        "unknown " + i + " of " + space.describe() + " is " + mean[i] + " in every model",
                        "give a spread beside it, for example standard-deviation: 1 with the unit of the model");
            }
        }
        return variances;
    }
}
