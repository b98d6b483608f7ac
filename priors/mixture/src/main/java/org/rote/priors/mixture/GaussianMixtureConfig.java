package org.rote.priors.mixture;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * The section {@code type: gaussian-mixture} of a prior, Σ_n w_n N(μ_n, C_n).
 *
 * @param weights w, up to a common factor
 * @param means μ_n written out, one list for each component
 * @param training a data set whose models are the means
 * @param covariance one C for all components
 * @param covariances C_n, one for each component
 */
public record GaussianMixtureConfig(
        @Doc("weight of each component, up to a common factor; equal where left out")
        Optional<List<Double>> weights,

        @Doc("mean of each component, with the unit of the model")
        Optional<List<List<String>>> means,

        @Doc("data set whose models are the means, instead of means")
        Optional<Part<Dataset>> training,

        @Doc("covariance of all components") Optional<CovarianceConfig> covariance,

        @Doc("covariance of each component, instead of covariance")
        Optional<List<CovarianceConfig>> covariances) {

    /** Checks that means and covariances are each given once. */
    public GaussianMixtureConfig {
        weights = weights.map(List::copyOf);
        means = means.map(lists -> lists.stream().map(List::copyOf).toList());
        covariances = covariances.map(List::copyOf);
        Checks checks = new Checks()
                .that(
                        means.isPresent() != training.isPresent(),
                        "",
                        means.isPresent() ? "has both means and training" : "has neither means nor training",
                        "give one of them, for example means: [[-1], [1]]")
                .that(
                        covariance.isPresent() != covariances.isPresent(),
                        "",
                        covariance.isPresent()
                                ? "has both covariance and covariances"
                                : "has neither covariance nor covariances",
                        "give one of them, for example covariance: { type: isotropic, standard-deviation: 0.3 }");
        means.ifPresent(lists -> {
            checks.notEmpty("means", lists);
            for (int n = 0; n < lists.size(); n++) {
                MeasuredValues.requireNumbers(checks, "means[" + n + "]", lists.get(n));
            }
        });
        checks.verify();
    }
}
