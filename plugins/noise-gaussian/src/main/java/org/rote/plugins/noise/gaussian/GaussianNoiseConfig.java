package org.rote.plugins.noise.gaussian;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Checks;
import org.rote.spi.Doc;

/**
 * The section {@code type: gaussian} of a noise model. Exactly one of the two keys is given.
 *
 * <p>Complex data are pairs of stored numbers; the standard deviation is that of the real part and of the imaginary part, each by itself, so E|ε|² is twice its square.
 *
 * @param standardDeviation γ with the unit of the data ({@code 2 ms}; a plain number where the data have no unit): one for all data, or one for each datum
 * @param relative γ as a fraction of the largest |datum|
 */
public record GaussianNoiseConfig(
        @Doc("standard deviation, with the unit of the data; one value or one for each datum")
        Optional<List<String>> standardDeviation,

        @Doc(
                "standard deviation as a fraction of the largest absolute value of the data, instead of standard-deviation")
        Optional<Double> relative) {

    /** Checks that there is exactly one level and that a relative one is positive. */
    public GaussianNoiseConfig {
        standardDeviation = standardDeviation.map(List::copyOf);
        Checks checks = new Checks()
                .that(
                        standardDeviation.isPresent() != relative.isPresent(),
                        "",
                        standardDeviation.isPresent()
                                ? "has both standard-deviation and relative"
                                : "has neither standard-deviation nor relative",
                        "give one of them, for example standard-deviation: 0.3");
        standardDeviation.ifPresent(values -> {
            checks.notEmpty("standard-deviation", values);
            MeasuredValues.requirePositive(checks, "standard-deviation", values, "give a positive noise level");
        });
        relative.ifPresent(fraction -> checks.positive("relative", fraction));
        checks.verify();
    }
}
