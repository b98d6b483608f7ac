package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rote.spi.Pool;

/**
 * Where many truths stand among the draws of their cases.
 *
 * @param count how many truths
 * @param groups the quantities of each kind
 * @param joint ranks by numbers of all unknowns together, of each truth
 * @param axes of the values, where they are a picture
 * @param areOfPosterior whether all truths are as good as draws of their posteriors
 */
record Truths(
        int count,
        List<Group> groups,
        Map<String, double[]> joint,
        Optional<Subset.Axes> axes,
        boolean areOfPosterior) {

    static Truths of(Pool<TruthDigest> pool) {
        List<TruthDigest> digests =
                pool.members().stream().map(Pool.Member::digest).toList();
        TruthDigest first = digests.get(0);
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < first.standings().size(); g++) {
            int index = g;
            String key = first.standings().get(g).key();
            groups.add(new Group(
                    key,
                    first.labels().names().getOrDefault(key, List.of()),
                    first.labels().units().getOrDefault(key, "1"),
                    digests.stream()
                            .map(digest -> digest.standings().get(index))
                            .toList(),
                    digests.stream().mapToInt(TruthDigest::draws).toArray()));
        }
        Map<String, double[]> joint = new LinkedHashMap<>();
        for (String name : first.joint().keySet()) {
            joint.put(
                    name,
                    digests.stream()
                            .mapToDouble(
                                    digest -> Optional.ofNullable(digest.joint().get(name))
                                            .orElseThrow())
                            .toArray());
        }
        return new Truths(
                digests.size(),
                groups,
                joint,
                first.labels().axes(),
                digests.stream().allMatch(TruthDigest::isTruthOfPosterior));
    }

    /**
     * Quantities of one kind.
     *
     * @param key of the kind
     * @param names of each quantity
     * @param unit of all
     * @param standings one for each truth
     * @param draws how many draws each truth was ranked among
     */
    record Group(String key, List<String> names, String unit, List<Standing> standings, int[] draws) {

        int size() {
            return names.size();
        }

        /** One number of one quantity, truth by truth. */
        double[] of(int quantity, ToDoubleFunction<Placement> number) {
            return standings.stream()
                    .mapToDouble(standing ->
                            number.applyAsDouble(standing.placements().get(quantity)))
                    .toArray();
        }

        /** One number of one truth, its mean over the quantities. */
        double[] means(ToDoubleFunction<Placement> number) {
            return standings.stream()
                    .mapToDouble(standing -> standing.placements().stream()
                            .mapToDouble(number)
                            .average()
                            .orElseThrow())
                    .toArray();
        }

        /** Mean square of the error of each truth. */
        double[] squaredErrors() {
            return means(place -> place.error() * place.error());
        }

        /** What the mean square of the error of each truth would be on average were its draws calibrated: their variance, and that of a mean of so many. */
        double[] expectedErrors() {
            double[] variances = means(place -> place.deviation() * place.deviation());
            return IntStream.range(0, variances.length)
                    .mapToDouble(c -> variances[c] * (1 + 1.0 / draws[c]))
                    .toArray();
        }

        /** Share of truths and quantities for which a rank is of some kind. */
        double share(Predicate<Placement> of) {
            return standings.stream()
                    .flatMap(standing -> standing.placements().stream())
                    .mapToDouble(place -> of.test(place) ? 1 : 0)
                    .average()
                    .orElseThrow();
        }

        /** 1 − variance of the draws / variance of the truths, the median over quantities that vary; what stands in for the prior's variance is exact for truths that were drawn from it, up to their number. */
        double[] contractions() {
            return IntStream.range(0, size())
                    .mapToDouble(this::contraction)
                    .filter(Double::isFinite)
                    .toArray();
        }

        double contraction(int quantity) {
            double prior = Moments.of(of(quantity, Placement::truth)).variance();
            double[] deviations = of(quantity, Placement::deviation);
            double variance =
                    Arrays.stream(deviations).map(x -> x * x).average().orElseThrow();
            return prior > 0 ? 1 - variance / prior : Double.NaN;
        }

        /** Mean continuous ranked probability score of the truths among each other, which is what guessing without data would get. */
        double scoreOfTruths() {
            double sum = 0;
            for (int q = 0; q < size(); q++) {
                double[] truths = of(q, Placement::truth);
                for (int c = 0; c < truths.length; c++) {
                    sum += Scores.rankedProbability(without(truths, c), truths[c]);
                }
            }
            return sum / size() / standings.size();
        }

        private static double[] without(double[] values, int index) {
            double[] others = new double[values.length - 1];
            System.arraycopy(values, 0, others, 0, index);
            System.arraycopy(values, index + 1, others, index, others.length - index);
            return others;
        }
    }
}
