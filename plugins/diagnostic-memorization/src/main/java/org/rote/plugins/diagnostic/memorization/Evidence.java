package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.Severity;
import org.rote.spi.Value;

/** What the rates of draws say beside those of their nulls. */
final class Evidence {

    private static final int RESAMPLES = 2000;

    /** An excess that matters: one draw in twenty. */
    private static final double NOTABLE = 0.05;

    private final Case subject;
    private final Population draws;
    private final List<Population> nulls;
    private final boolean isHeldOut;

    /**
     * Evidence.
     *
     * @param subject for randomness and arrays
     * @param draws what is asked about
     * @param nulls what has not been memorized, the one to compare with first
     * @param isHeldOut whether that one holds models that the prior has not seen
     */
    Evidence(Case subject, Population draws, List<Population> nulls, boolean isHeldOut) {
        this.subject = subject;
        this.draws = draws;
        this.nulls = List.copyOf(nulls);
        this.isHeldOut = isHeldOut;
    }

    Conclusion conclusion() {
        List<Finding> findings = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            add(measure, findings);
        }
        if (!isHeldOut) {
            findings.add(
                    Finding.info(
                            "held-out",
                            Value.of(0),
                            "1",
                            "no held-out models were given: whether fresh models of the same population would come as close cannot be told;"
                                    + " training models left out one by one stand for them, and are too close where the training set has near copies"));
        }
        keepRates();
        return new Conclusion(findings, List.of(rates(), distributions(), Roc.figure(draws, nulls.get(0))));
    }

    private void add(Measure measure, List<Finding> findings) {
        Population against = nulls.get(0);
        double[] excess = draws.excess(against, measure, subject.random("resamples of " + measure.key(), 0), RESAMPLES);
        boolean isNotable = excess[1] > 0 && excess[0] > NOTABLE;
        findings.add(new Finding(
                measure.key() + "-excess",
                Value.of(excess[0]),
                "1",
                OptionalDouble.of(NOTABLE),
                isNotable ? Severity.WARNING : Severity.INFO,
                "by how much the share of draws with " + measure.formula() + " < " + text(measure.threshold())
                        + " exceeds that of " + against.label()
                        + (isNotable ? ": draws are closer to single training models than these are" : ""),
                measure.source()));
        findings.add(Finding.info(
                        measure.key() + "-excess-interval",
                        Value.of(new double[] {excess[1], excess[2]}),
                        "1",
                        "ends of the 95 % bootstrap interval of the excess; too narrow where draws depend on each other")
                .from("Efron (1979)"));
        findings.add(Finding.info(
                measure.key() + "-auc",
                Value.of(draws.closerThan(against, measure)),
                "1",
                "the probability that a draw is closer to a training model, by this measure, than one of "
                        + against.label() + "; 0.5 where nothing tells them apart"));
        findings.add(Finding.info(
                        measure.key() + "-rate",
                        Value.of(draws.rate(measure)),
                        "1",
                        "share of draws with " + measure.formula() + " < " + text(measure.threshold())
                                + "; no evidence without the rates of the nulls: "
                                + String.join(
                                        ", ",
                                        nulls.stream()
                                                .map(population ->
                                                        population.label() + " " + text(population.rate(measure)))
                                                .toList()))
                .from(measure.source()));
    }

    private static String text(double value) {
        return String.format(java.util.Locale.ROOT, "%.3g", value);
    }

    private List<Population> all() {
        return Stream.concat(Stream.of(draws), nulls.stream()).toList();
    }

    /** [population][measure], as the picture shows them. */
    private void keepRates() {
        int measures = Measure.values().length;
        double[] rates = all().stream()
                .flatMapToDouble(population -> Arrays.stream(Measure.values()).mapToDouble(population::rate))
                .toArray();
        subject.sink().array("nearest-neighbour-rates", new int[] {rates.length / measures, measures}, rates);
        for (Measure measure : Measure.values()) {
            double[] ratios = draws.ratios(measure);
            subject.sink().array(measure.key(), new int[] {ratios.length}, ratios);
        }
    }

    private Figure rates() {
        List<Panel> panels = Arrays.stream(Measure.values())
                .map(measure -> new Panel(
                        measure.formula() + " < " + text(measure.threshold()),
                        Scale.linear("", "1"),
                        Scale.linear("share of points", "1").between(0, 1),
                        List.of(new Bars(
                                "",
                                Role.SERIES,
                                all().stream().map(Population::label).toList(),
                                all().stream()
                                        .mapToDouble(population -> population.rate(measure))
                                        .toArray()))))
                .toList();
        return new Figure(
                "rates",
                "Share of points that count as memorized",
                "Draws first, then what has not been memorized. A rate of the draws is evidence only as far as it exceeds these.",
                panels);
    }

    private Figure distributions() {
        Measure measure = Measure.RATIO_TO_MEAN;
        double most = all().stream()
                .flatMapToDouble(population -> Arrays.stream(population.ratios(measure)))
                .max()
                .orElse(1);
        List<Layer> layers = new ArrayList<>();
        for (Population population : all()) {
            boolean isDraws = population.equals(draws);
            layers.add(Cumulative.line(
                    population.label(), isDraws ? Role.APPROXIMATE : Role.SERIES, population.ratios(measure), most));
        }
        layers.add(new Rule("threshold", Role.TRAINING, true, measure.threshold()));
        return new Figure(
                "ratios",
                "How close to the nearest training model",
                "Share of points whose distance to the nearest training model, over the mean distance to the next ones, is less. Copies lie at 0; a curve left of all nulls is memorization.",
                List.of(new Panel(
                        "",
                        Scale.linear(measure.formula(), "1").between(0, Math.max(1, most)),
                        Scale.linear("share of points", "1").between(0, 1),
                        layers)));
    }
}
