package org.rote.plugins.diagnostic.collapse;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Part;

/**
 * A collapse curve.
 *
 * @param counts sizes N of the training sets
 * @param sigmaFrom smallest bandwidth
 * @param sigmaTo largest bandwidth
 * @param sigmas how many bandwidths, evenly spaced in their logarithm
 * @param pool models to take the training sets from, evenly spread; the training set of the case's prior when left out
 */
public record CollapseCurveConfig(
        @Doc("sizes of the training sets") List<Integer> counts,

        @Doc("smallest bandwidth sigma, with the unit of the model")
        String sigmaFrom,

        @Doc("largest bandwidth sigma, with the unit of the model")
        String sigmaTo,

        @Doc("how many bandwidths, evenly spaced in their logarithm") @Default("70")
        int sigmas,

        @Doc("models to take the training sets from, evenly spread; the prior's own when left out")
        Optional<Part<Dataset>> pool) {

    /** Checks the ranges. */
    public CollapseCurveConfig {
        counts = List.copyOf(counts);
        Checks checks = new Checks().notEmpty("counts", counts).atLeast("sigmas", sigmas, 2);
        MeasuredValues.requirePositive(checks, "sigma-from", List.of(sigmaFrom), "give the smallest bandwidth");
        MeasuredValues.requirePositive(checks, "sigma-to", List.of(sigmaTo), "give the largest bandwidth");
        for (int i = 0; i < counts.size(); i++) {
            checks.atLeast("counts[" + i + "]", counts.get(i), 2);
        }
        checks.verify();
    }

    /** The bandwidths in a unit, which is that of the model. */
    double[] bandwidths(String unit) {
        double from = Math.log10(MeasuredValues.read("sigma-from", sigmaFrom, unit));
        double to = Math.log10(MeasuredValues.read("sigma-to", sigmaTo, unit));
        new Checks()
                .that(
                        to > from,
                        "sigma-to",
                        "must be greater than sigma-from = " + sigmaFrom + ", got " + sigmaTo,
                        "give the largest bandwidth")
                .verify();
        double[] bandwidths = new double[sigmas];
        for (int i = 0; i < sigmas; i++) {
            bandwidths[i] = Math.pow(10, from + i * (to - from) / (sigmas - 1));
        }
        return bandwidths;
    }
}
