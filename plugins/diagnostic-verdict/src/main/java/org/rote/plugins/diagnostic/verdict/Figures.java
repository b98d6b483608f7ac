package org.rote.plugins.diagnostic.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.rote.plugins.diagnostic.verdict.Ruling.Evidence;
import org.rote.spi.Finding;
import org.rote.spi.Severity;
import org.rote.spi.Value;
import org.rote.spi.Verdict.Word;

/** The numbers of the evidence as findings, and which three decide a word. */
final class Figures {

    private static final String NEARER = "a quarter of the draws; small where draws ";

    private final Evidence evidence;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    Figures(Evidence evidence) {
        this.evidence = evidence;
        evidence.memorization().ifPresent(this::memorization);
        number(
                "misfit",
                evidence.explanation().misfit(),
                "median over the draws of the squared residual over the noise variance, a mean over the data; about 1 is the noise");
        probability(
                "misfit-probability",
                evidence.explanation().probability(),
                "that a right posterior explains its data no better",
                "Meng (1994)");
        evidence.best().ifPresent(best -> {
            String whose = evidence.reference()
                    .map(name -> "any of 30 draws of the reference \"" + name + "\"")
                    .orElse("any training model");
            number("best-misfit", best.best(), "the least misfit of " + whose);
            probability(
                    "best-misfit-probability",
                    best.bestProbability(),
                    "that the model of the least misfit explains data drawn from it no better",
                    "");
        });
        evidence.energy().ifPresent(energy -> {
            String name = evidence.reference().orElseThrow();
            number(
                    "reference-distance",
                    energy.distance(),
                    "energy distance between the draws and draws of \"" + name
                            + "\", over the mean distance of all pairs; 0 on average where both are one distribution");
            probability(
                    "reference-probability",
                    energy.probability(),
                    "of as great a distance with labels dealt at random",
                    "Székely & Rizzo (2013)");
        });
        evidence.spread()
                .ifPresent(spread -> number(
                        "spread-over-reference",
                        spread,
                        "rms standard deviation of the draws over that of the reference"));
        evidence.depth().ifPresent(depth -> {
            number(
                    "truth-depth",
                    depth.depth(),
                    "mean distance of the truth to the draws over that of draws to each other; 1 on average");
            probability(
                    "truth-probability",
                    depth.probability(),
                    "that a truth lies as far out, or as far in, among the draws of a right posterior",
                    "");
        });
        number("training-models", evidence.models(), "N, 0 where the prior was not made from training models");
        number(
                "draws",
                evidence.draws(),
                "draws that were looked at; " + evidence.independent()
                        + " of them for comparisons of independent draws");
    }

    private void memorization(Memorization found) {
        String nulls = found.nulls() + (evidence.isHeldOut() ? " held-out models" : " training models, each left out");
        probability(
                "copy-probability",
                found.copyProbability(),
                "that nothing is copied, from " + NEARER + "are closer to single training models than " + nulls,
                "Rüger (1978)");
        number(
                "loose-copy-probability",
                found.looseProbability(),
                "p-value of loose copies, from nine in ten draws: at or below 0.01 they are no copies");
        probability(
                "average-probability",
                found.averageProbability(),
                "that nothing is averaged, from " + NEARER + "are nearer to the convex hull of the training set than "
                        + nulls + ", and than a cloud of their own mean and spread",
                "Rüger (1978)");
        found.truthProbability()
                .ifPresent(
                        p -> number(
                                "beside-truth-probability",
                                p,
                                "p-value of the same for a cloud of the same spread around the truth; above 0.01 a right posterior would look the same"));
        number(
                "closeness",
                found.closeness(),
                "median over the draws of the distance to the nearest training model over the mean of those to the next nine; near 0 for copies");
        number("closeness-null", found.nullCloseness(), "the same of " + nulls);
        number(
                "closeness-loose-copies",
                found.looseCloseness(),
                "the same of training models with a third of the distance added at which one of the null typically lies");
        number(
                "hull-ratio",
                found.hullRatio(),
                "median over the draws of the distance to the convex hull of all training models over that to the nearest one; near 0 for averages of them");
        number("hull-ratio-null", found.nullHullRatio(), "the same of " + nulls);
    }

    private void number(String name, double value, String meaning) {
        findings.put(name, Finding.info(name, Value.of(value), "1", meaning));
    }

    private void probability(String name, double value, String meaning, String source) {
        Severity severity = value <= Probabilities.FALSE_ALARMS ? Severity.WARNING : Severity.INFO;
        findings.put(
                name,
                new Finding(
                        name,
                        Value.of(value),
                        "1",
                        OptionalDouble.of(Probabilities.FALSE_ALARMS),
                        severity,
                        "the probability, at most, " + meaning,
                        source));
    }

    List<Finding> all() {
        return List.copyOf(findings.values());
    }

    /** The three that decide. */
    List<Finding> deciding(Word word) {
        return names(word).stream()
                .map(name -> Objects.requireNonNull(findings.get(name), name))
                .toList();
    }

    private List<String> names(Word word) {
        return switch (word) {
            case PRIOR_CANNOT_EXPLAIN ->
                evidence.best().isPresent()
                        ? List.of("misfit", "best-misfit", "best-misfit-probability")
                        : List.of("misfit", "misfit-probability", "draws");
            case MEMORIZED ->
                evidence.memorization().orElseThrow().isCopied()
                        ? List.of("copy-probability", "closeness", "closeness-null")
                        : List.of("average-probability", "hull-ratio", "hull-ratio-null");
            case SAMPLER_WRONG -> sampler();
            case INDISTINGUISHABLE, NO_SIGN ->
                evidence.memorization().isPresent()
                        ? List.of("copy-probability", "loose-copy-probability", "average-probability")
                        : List.of("training-models", "misfit", "misfit-probability");
        };
    }

    private List<String> sampler() {
        if (evidence.isUnfinished()) {
            return List.of("misfit", "misfit-probability", "best-misfit");
        }
        return evidence.isOther()
                ? List.of("reference-probability", "reference-distance", "spread-over-reference")
                : List.of("truth-probability", "truth-depth", "draws");
    }
}
