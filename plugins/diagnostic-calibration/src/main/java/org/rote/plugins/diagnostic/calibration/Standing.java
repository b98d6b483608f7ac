package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Where the truth stands in all quantities of a group.
 *
 * @param group which quantities
 * @param placements of each
 * @param priorScore mean continuous ranked probability score of draws of the prior, if it can be drawn from
 * @param energy energy score of the draws
 */
record Standing(Quantities.Group group, List<Placement> placements, OptionalDouble priorScore, double energy) {

    String key() {
        return group.key();
    }

    double[] ranks() {
        return placements.stream().mapToDouble(Placement::rank).toArray();
    }

    double coverage(double level) {
        return (double) placements.stream()
                        .filter(place -> place.isCovered(level))
                        .count()
                / placements.size();
    }

    double highestDensityCoverage(double level) {
        return (double) placements.stream()
                        .filter(place -> place.isCoveredByHighestDensity(level))
                        .count()
                / placements.size();
    }

    double rootMeanSquare(ToDoubleFunction<Placement> of) {
        return Math.sqrt(placements.stream()
                .mapToDouble(place -> of.applyAsDouble(place) * of.applyAsDouble(place))
                .average()
                .orElseThrow());
    }

    double score() {
        return placements.stream().mapToDouble(Placement::score).average().orElseThrow();
    }

    /** Median over the quantities whose prior variance is known. */
    OptionalDouble contraction() {
        double[] sorted = placements.stream()
                .flatMapToDouble(place -> place.contraction().stream())
                .sorted()
                .toArray();
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(new int[] {(sorted.length - 1) / 2, sorted.length / 2})
                        .mapToDouble(i -> sorted[i])
                        .average()
                        .orElseThrow());
    }
}
