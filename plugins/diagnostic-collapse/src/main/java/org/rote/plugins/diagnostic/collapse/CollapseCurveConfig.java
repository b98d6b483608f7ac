package org.rote.plugins.diagnostic.collapse;

import java.util.List;
import java.util.Optional;
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
        @Doc("smallest bandwidth sigma, in model units") double sigmaFrom,
        @Doc("largest bandwidth sigma, in model units") double sigmaTo,

        @Doc("how many bandwidths, evenly spaced in their logarithm") @Default("70")
        int sigmas,

        @Doc("models to take the training sets from, evenly spread; the prior's own when left out")
        Optional<Part<Dataset>> pool) {

    /** Checks the ranges. */
    public CollapseCurveConfig {
        counts = List.copyOf(counts);
        Checks checks = new Checks()
                .notEmpty("counts", counts)
                .positive("sigma-from", sigmaFrom)
                .that(
                        sigmaTo > sigmaFrom && Double.isFinite(sigmaTo),
                        "sigma-to",
                        "must be greater than sigma-from = " + sigmaFrom + ", got " + sigmaTo,
                        "give the largest bandwidth")
                .atLeast("sigmas", sigmas, 2);
        for (int i = 0; i < counts.size(); i++) {
            checks.atLeast("counts[" + i + "]", counts.get(i), 2);
        }
        checks.verify();
    }

    double[] bandwidths() {
        double[] bandwidths = new double[sigmas];
        double step = (Math.log10(sigmaTo) - Math.log10(sigmaFrom)) / (sigmas - 1);
        for (int i = 0; i < sigmas; i++) {
            bandwidths[i] = Math.pow(10, Math.log10(sigmaFrom) + i * step);
        }
        return bandwidths;
    }
}
