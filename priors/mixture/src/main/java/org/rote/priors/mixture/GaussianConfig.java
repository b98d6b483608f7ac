package org.rote.priors.mixture;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * The section {@code type: gaussian} of a prior, N(μ, C).
 *
 * @param mean μ, one value for all unknowns or one for each
 * @param meanOf a data set whose average is μ
 * @param standardDeviation independent unknowns: one value for all or one for each
 * @param covariance C, for unknowns that depend on each other
 */
public record GaussianConfig(
        @Doc("mean, with the unit of the model; one value or one for each unknown")
        Optional<List<String>> mean,

        @Doc("data set whose average is the mean, instead of mean")
        Optional<Part<Dataset>> meanOf,

        @Doc("standard deviation, with the unit of the model; one value or one for each unknown")
        Optional<List<String>> standardDeviation,

        @Doc("covariance, instead of standard-deviation") Optional<CovarianceConfig> covariance) {

    /** Checks that mean and spread are each given once. */
    public GaussianConfig {
        mean = mean.map(List::copyOf);
        standardDeviation = standardDeviation.map(List::copyOf);
        Checks checks = new Checks()
                .that(
                        mean.isPresent() != meanOf.isPresent(),
                        "",
                        mean.isPresent() ? "has both mean and mean-of" : "has neither mean nor mean-of",
                        "give one of them, for example mean: 0")
                .that(
                        standardDeviation.isPresent() != covariance.isPresent(),
                        "",
                        standardDeviation.isPresent()
                                ? "has both standard-deviation and covariance"
                                : "has neither standard-deviation nor covariance",
                        "give one of them, for example standard-deviation: 1");
        mean.ifPresent(values -> {
            checks.notEmpty("mean", values);
            MeasuredValues.requireNumbers(checks, "mean", values);
        });
        standardDeviation.ifPresent(values -> {
            checks.notEmpty("standard-deviation", values);
            MeasuredValues.requirePositive(checks, "standard-deviation", values, "give a positive standard deviation");
        });
        checks.verify();
    }
}
