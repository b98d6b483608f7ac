package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rote.plugins.sampler.optimization.History.Entry;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Figure;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/**
 * How an optimisation came to its estimate: misfit, gradient and, where the truth is known, error against iterations; the models on the way. Reads what the sampler kept, {@link History}, {@link Ending} and
 * {@link Iterates}.
 *
 * @param models the most models that are pictured
 */
record Iterations(int models) implements Diagnostic {

    @Override
    public Optional<String> inapplicable(Case subject) {
        boolean kept = subject.array(History.NAME).filter(History::fits).isPresent()
                && subject.array(Ending.NAME).isPresent();
        return kept
                ? Optional.empty()
                : Optional.of("the sampler keeps no history of its iterations, as \"lbfgs\" does");
    }

    @Override
    public Examination examine(Case subject) {
        return new Examination() {
            @Override
            public void accept(Draws draws) {}

            @Override
            public Conclusion conclude() {
                return conclusion(subject);
            }
        };
    }

    private Conclusion conclusion(Case subject) {
        List<Entry> entries =
                History.of(subject.array(History.NAME).orElseThrow().values()).entries();
        List<Ending> endings =
                Ending.all(subject.array(Ending.NAME).orElseThrow().values());
        List<KeptModel> kept = KeptModel.all(subject, entries);
        List<Figure> figures = new ArrayList<>();
        figures.add(new HistoryFigure(subject, entries, endings, kept).figure());
        new ModelFigure(subject, kept, models).figure().ifPresent(figures::add);
        return new Conclusion(findings(subject, entries, endings, kept), figures);
    }

    private static List<Finding> findings(
            Case subject, List<Entry> entries, List<Ending> endings, List<KeptModel> kept) {
        Entry first = entries.get(0);
        Entry last = entries.get(entries.size() - 1);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.info(
                        "misfit",
                        Value.of(new double[] {first.misfit(), last.misfit()}),
                        "1",
                        "squared residual of all data over the noise variance, a mean over the data, at the start and at the estimate; about 1 is the noise"));
        findings.add(Finding.info(
                "iterations", Value.of(iterations(entries, endings.size())), "1", "by stage: " + sentences(endings)));
        findings.add(Finding.info(
                "evaluations",
                Value.of(last.evaluations()),
                "1",
                "how often the operator was linearized and its adjoint applied"));
        if (!kept.isEmpty()) {
            kept.get(kept.size() - 1)
                    .error()
                    .ifPresent(error -> findings.add(Finding.info(
                            "error",
                            Value.of(new double[] {kept.get(0).error().orElse(Double.NaN), error}),
                            KeptModel.space(subject).unit(),
                            "rms difference to the truth at the start and at the estimate")));
        }
        return findings;
    }

    private static double[] iterations(List<Entry> entries, int stages) {
        double[] counts = new double[stages];
        for (int stage = 0; stage < stages; stage++) {
            int number = stage;
            counts[stage] =
                    entries.stream().filter(entry -> entry.stage() == number).count() - 1;
        }
        return counts;
    }

    private static String sentences(List<Ending> endings) {
        List<String> sentences = new ArrayList<>();
        for (int stage = 0; stage < endings.size(); stage++) {
            Ending ending = endings.get(stage);
            sentences.add((stage + 1) + " (" + ending.stage() + ") ended because "
                    + ending.reason().sentence());
        }
        return String.join("; ", sentences);
    }
}
