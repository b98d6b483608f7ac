package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.rote.plugins.diagnostic.memorization.TruthPairs.Pair;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/**
 * What changes when the truth's own training model is taken out; over several truths medians.
 *
 * @param pairs at least one
 */
record ContrastEvidence(List<Pair> pairs) {

    /** A third of the error: without its own model the truth is missed by half as much again. */
    private static final double NOTABLE = 1 / 3.0;

    Conclusion conclusion() {
        List<Finding> findings = new ArrayList<>();
        for (Pair pair : pairs) {
            add(pair, findings);
        }
        return new Conclusion(findings, List.of(figure()));
    }

    private void add(Pair pair, List<Finding> findings) {
        String suffix = pairs.size() == 1 ? "" : "-" + pair.label();
        String unit = pair.with().get(0).unit();
        double[] removed = new double[pair.with().size()];
        Arrays.setAll(
                removed,
                k -> removed(pair.with().get(k).error(), pair.without().get(k).error()));
        String several = removed.length == 1 ? "" : ", the median over " + removed.length + " truths";
        findings.add(Finding.atMost(
                "error-removed" + suffix,
                median(removed),
                "1",
                NOTABLE,
                "share of the error of the posterior mean that is not there when the truth is one of the training models"
                        + several + "; near 0 the prior does not need it, near 1 the answer is looked up"));
        findings.add(Finding.info(
                "truth-share" + suffix,
                Value.of(median(pair.with(), TruthDigest::truthShare)),
                "1",
                "share of draws whose nearest training model is the truth, where it is one" + several));
        both(
                pair,
                findings,
                "error",
                unit,
                suffix,
                "root mean square of posterior mean less truth" + several,
                TruthDigest::error);
        both(
                pair,
                findings,
                "spread",
                unit,
                suffix,
                "root mean square of the posterior standard deviation" + several
                        + ", which should be that of the error",
                TruthDigest::spread);
        if (pair.with().get(0).misfit().isPresent()) {
            both(
                    pair,
                    findings,
                    "misfit",
                    "1",
                    suffix,
                    "squared residual of the data at the posterior mean over the noise variance, a mean over the data"
                            + several,
                    digest -> digest.misfit().orElse(Double.NaN));
        }
        both(
                pair,
                findings,
                "attributed-models",
                "1",
                suffix,
                "exp of the entropy of the shares of draws nearest to each training model" + several,
                TruthDigest::attributed);
    }

    private static void both(
            Pair pair,
            List<Finding> findings,
            String name,
            String unit,
            String suffix,
            String meaning,
            ToDoubleFunction<TruthDigest> number) {
        double with = median(pair.with(), number);
        double without = median(pair.without(), number);
        findings.add(Finding.info(
                name + suffix,
                Value.of(new double[] {with, without}),
                unit,
                String.format(
                        Locale.ROOT,
                        "%s: %.3g with the truth in the training set, %.3g without",
                        meaning,
                        with,
                        without)));
    }

    /** 1 − with/without; 0 where both are 0. */
    private static double removed(double with, double without) {
        return without == 0 ? 0 : 1 - with / without;
    }

    private static double median(List<TruthDigest> digests, ToDoubleFunction<TruthDigest> number) {
        return median(digests.stream().mapToDouble(number).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private Figure figure() {
        String unit = pairs.get(0).with().get(0).unit();
        return new Figure(
                "contrast",
                "With and without the truth among the training models",
                "The same prior trained once with the truth and once without. Where the error grows when one of many training models is missing, and the spread does not grow with it, the answer was looked up.",
                List.of(
                        panel("error of the mean", unit, TruthDigest::error),
                        panel("posterior standard deviation", unit, TruthDigest::spread),
                        panel("training models that draws are nearest to", "1", TruthDigest::attributed)));
    }

    private Panel panel(String label, String unit, ToDoubleFunction<TruthDigest> number) {
        List<String> priors = pairs.stream().map(Pair::label).toList();
        return new Panel(
                "",
                Scale.linear("", "1"),
                Scale.linear(label, unit),
                List.of(
                        new Bars(
                                "with the truth",
                                Role.TRUTH,
                                priors,
                                pairs.stream()
                                        .mapToDouble(pair -> median(pair.with(), number))
                                        .toArray()),
                        new Bars(
                                "without",
                                Role.SERIES,
                                priors,
                                pairs.stream()
                                        .mapToDouble(pair -> median(pair.without(), number))
                                        .toArray())));
    }
}
