package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * How fast the sediments of a basin are.
 *
 * @param atTop range of the velocity of fresh sediment in m/s
 * @param gradient range of its first growth with depth in 1/s
 * @param contrast standard deviation of the logarithm of a layer's velocity about the trend
 * @param slowest bound in m/s
 * @param fastest bound in m/s, which the trend approaches
 */
public record VelocityConfig(
        @Doc("range of the velocity of fresh sediment") @Unit("m/s") @Default("[1600 m/s, 1900 m/s]")
        List<Double> atTop,

        @Doc("range of the growth of velocity with depth at the top; it lessens downward")
        @Unit("1/s")
        @Default("[0.9 1/s, 1.6 1/s]")
        List<Double> gradient,

        @Doc("standard deviation of the logarithm of a layer's velocity about the trend") @Default("0.1")
        double contrast,

        @Doc("slowest sediment") @Unit("m/s") @Default("1500 m/s")
        double slowest,

        @Doc("fastest sediment, which the trend approaches") @Unit("m/s") @Default("5500 m/s")
        double fastest) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public VelocityConfig {
        atTop = List.copyOf(atTop);
        gradient = List.copyOf(gradient);
        Checks checks = new Checks()
                .positive("slowest", slowest)
                .that(
                        fastest > slowest && Double.isFinite(fastest),
                        "fastest",
                        "must be greater than slowest = " + slowest + " m/s, got " + fastest + " m/s",
                        "give the larger velocity as fastest");
        if (fastest > slowest) {
            Ranges.check("at-top", atTop, slowest, fastest, "m/s", checks);
        }
        Ranges.check("gradient", gradient, 0, Double.POSITIVE_INFINITY, "1/s", checks);
        Limits.below("contrast", contrast, 1, checks);
        checks.verify();
    }
}
