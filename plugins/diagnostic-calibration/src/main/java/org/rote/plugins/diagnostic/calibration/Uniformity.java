package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A test of whether ranks of truths are uniform.
 *
 * @param name of its finding
 * @param what is ranked, for people; of several quantities the one that strays farthest
 * @param probability how often a calibrated sampler would stray as far: at most, where several quantities are looked at (Bonferroni)
 * @param ranks those that stray farthest
 */
record Uniformity(String name, String what, double probability, double[] ranks) {

    /** All tests of a pool. */
    static List<Uniformity> all(Truths truths, UniformBand band) {
        List<Uniformity> tests = new ArrayList<>();
        for (Truths.Group group : truths.groups()) {
            tests.add(worst(group, "", "rank", Placement::rank, band));
            tests.add(worst(group, "-highest-density", "rank by density", Placement::densityRank, band));
        }
        for (Map.Entry<String, double[]> joint : truths.joint().entrySet()) {
            tests.add(new Uniformity(
                    joint.getKey() + "-uniformity",
                    words(joint.getKey()),
                    band.probability(joint.getValue()),
                    joint.getValue()));
        }
        return tests;
    }

    private static Uniformity worst(
            Truths.Group group, String suffix, String what, ToDoubleFunction<Placement> rank, UniformBand band) {
        double least = Double.POSITIVE_INFINITY;
        int worst = 0;
        for (int q = 0; q < group.size(); q++) {
            double level = band.level(group.of(q, rank));
            if (level < least) {
                least = level;
                worst = q;
            }
        }
        double[] ranks = group.of(worst, rank);
        return new Uniformity(
                group.key() + suffix + "-uniformity",
                "the " + what + " of " + group.names().get(worst),
                Math.min(1, group.size() * band.probability(ranks)),
                ranks);
    }

    private static String words(String joint) {
        return switch (joint) {
            case Calibration.RANDOM_POINT -> "the distance from a random point, as accuracy with random points does";
            default -> "the " + joint.replace('-', ' ');
        };
    }

    String shown() {
        return String.format(Locale.ROOT, "%.3g", probability);
    }
}
