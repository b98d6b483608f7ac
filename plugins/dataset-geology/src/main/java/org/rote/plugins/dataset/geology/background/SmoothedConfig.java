package org.rote.plugins.dataset.geology.background;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Part;
import org.rote.spi.Unit;

/**
 * The data set {@code smoothed}: weighted means of the models of another one over their surroundings. A velocity or slowness is smoothed as squared slowness, the quantity of the wave equation, so the result is the same
 * whatever quantity the operator asks for.
 *
 * <p>The weights are the product over the axes of bell curves of a standard deviation each: the four-fold running mean, cubic splines, which are Gaussian to 4 % of their height and end after 3.5 standard deviations. Weights of cells outside the model do not count,
 * nor do those of cells of water, which stay as they are; so the sea floor stays where it is. Cost: for each model eight additions a cell and axis, whatever the lengths.
 *
 * @param of the models
 * @param lengths standard deviations in m, one for each axis or one for all, at least 0; for very long ones the result is a mean along the axis
 * @param water the velocity of water in m/s, if there is any above
 */
public record SmoothedConfig(
        @Doc("the models") Part<Dataset> of,

        @Doc("standard deviation of the smoothing, one for each axis or one for all") @Unit("m")
        List<Double> lengths,

        @Doc("velocity of the water: cells of it, from the top down, stay as they are and do not count") @Unit("m/s")
        Optional<Double> water) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public SmoothedConfig {
        lengths = List.copyOf(lengths);
        Checks checks = new Checks()
                .notEmpty("lengths", lengths)
                .that(
                        lengths.stream().allMatch(length -> length >= 0 && Double.isFinite(length)),
                        "lengths",
                        "must be at least 0 m, got " + lengths + " m",
                        "give lengths such as 200 m");
        water.ifPresent(velocity -> checks.positive("water", velocity));
        checks.verify();
    }
}
