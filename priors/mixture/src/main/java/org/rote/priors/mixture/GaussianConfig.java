package org.rote.priors.mixture;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
 * @param training a data set that the prior is learned from: its average is μ and, where no spread is given, the standard deviation of each unknown over it makes a diagonal C
 * @param standardDeviation independent unknowns: one value for all or one for each
 * @param covariance C, for unknowns that depend on each other
 */
public record GaussianConfig(
        @Doc("mean, with the unit of the model; one value or one for each unknown")
        Optional<List<String>> mean,

        @Doc("data set whose average is the mean, instead of mean")
        Optional<Part<Dataset>> meanOf,

        @Doc(
                "data set to learn from, instead of mean: its average, and the standard deviation of each unknown where no spread is given")
        Optional<Part<Dataset>> training,

        @Doc("standard deviation, with the unit of the model; one value or one for each unknown")
        Optional<List<String>> standardDeviation,

        @Doc("covariance, instead of standard-deviation") Optional<CovarianceConfig> covariance) {

    /** Checks that mean and spread are each given once. */
    public GaussianConfig {
        mean = mean.map(List::copyOf);
        standardDeviation = standardDeviation.map(List::copyOf);
        Checks checks = new Checks();
        checkOne(
                checks,
                List.of(mean.isPresent(), meanOf.isPresent(), training.isPresent()),
                List.of("mean", "mean-of", "training"),
                false,
                "give one of them, for example mean: 0");
        checkOne(
                checks,
                List.of(standardDeviation.isPresent(), covariance.isPresent()),
                List.of("standard-deviation", "covariance"),
                training.isPresent(),
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

    private static void checkOne(Checks checks, List<Boolean> given, List<String> keys, boolean mayBeNone, String fix) {
        List<String> present = IntStream.range(0, keys.size())
                .filter(given::get)
                .mapToObj(keys::get)
                .toList();
        checks.that(
                present.size() == 1 || present.isEmpty() && mayBeNone,
                "",
                present.isEmpty()
                        ? "has neither " + String.join(" nor ", keys)
                        : "has both " + String.join(" and ", present),
                fix);
    }
}
