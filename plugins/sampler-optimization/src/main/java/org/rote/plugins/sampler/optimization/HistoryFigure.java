package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rote.plugins.sampler.optimization.History.Entry;
import org.rote.spi.Case;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;

/**
 * Misfit, gradient and error against iterations, with a rule where each stage but the first begins.
 *
 * @param subject the case
 * @param entries the history
 * @param endings the stages
 * @param kept the models on the way
 */
record HistoryFigure(Case subject, List<Entry> entries, List<Ending> endings, List<KeptModel> kept) {

    Figure figure() {
        List<Panel> panels = new ArrayList<>();
        panels.add(misfit());
        panels.add(gradient());
        if (kept.size() > 1 && kept.get(0).error().isPresent()) {
            panels.add(error());
        }
        return new Figure(
                "iterations",
                "From the start to the estimate",
                "Misfit of all data over their number; 1 is the noise level. " + stages()
                        + "The gradient is the largest that no bound holds, over its size where the stage began. An estimate is one model: how far others explain the data as well is not seen here.",
                panels);
    }

    private String stages() {
        if (endings.size() < 2) {
            return "";
        }
        List<String> names = endings.stream().map(Ending::stage).toList();
        return "A stage minimizes what its filter leaves of the data (" + String.join(", then ", names)
                + "); vertical rules are where stages begin. ";
    }

    private Panel misfit() {
        List<Layer> layers = new ArrayList<>(rules());
        boolean partial = endings.stream().anyMatch(ending -> ending.lowPass().isPresent());
        if (partial) {
            double share =
                    2.0 / subject.posterior().likelihood().mapping().range().size();
            layers.add(line("objective of the stage", Role.SERIES, entry -> share * entry.objective()));
        }
        layers.add(line(partial ? "all data" : "", Role.APPROXIMATE, Entry::misfit));
        layers.add(new Rule("noise level", Role.TRUTH, false, 1));
        return new Panel("", iterations(), Scale.logarithmic("misfit", "1"), layers);
    }

    private Panel gradient() {
        List<Layer> layers = new ArrayList<>(rules());
        layers.add(line(
                "",
                Role.APPROXIMATE,
                entry -> entry.gradient()
                        / entries.stream()
                                .filter(other -> other.stage() == entry.stage())
                                .findFirst()
                                .orElseThrow()
                                .gradient()));
        return new Panel("", iterations(), Scale.logarithmic("gradient over that at the stage's start", "1"), layers);
    }

    private Panel error() {
        List<Layer> layers = new ArrayList<>(rules());
        double[] x = kept.stream().mapToDouble(KeptModel::iteration).toArray();
        double[] y = kept.stream()
                .mapToDouble(model -> model.error().orElse(Double.NaN))
                .toArray();
        layers.add(new Line("", Role.APPROXIMATE, x, y));
        layers.add(new Points("", Role.APPROXIMATE, x, y));
        return new Panel(
                "",
                iterations(),
                Scale.linear(
                        "rms difference to the truth", KeptModel.space(subject).unit()),
                layers);
    }

    private static Scale iterations() {
        return Scale.linear("iteration", "1");
    }

    private List<Layer> rules() {
        List<Layer> rules = new ArrayList<>();
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).stage() > entries.get(i - 1).stage()) {
                rules.add(new Rule("", Role.TRAINING, true, entries.get(i).iteration()));
            }
        }
        return rules;
    }

    /** A curve that is interrupted between stages. */
    private Line line(String label, Role role, ToDoubleFunction<Entry> value) {
        int gaps = 0;
        double[] x = new double[2 * entries.size()];
        double[] y = new double[2 * entries.size()];
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (i > 0 && entry.stage() > entries.get(i - 1).stage()) {
                x[i + gaps] = entry.iteration();
                y[i + gaps] = Double.NaN;
                gaps++;
            }
            x[i + gaps] = entry.iteration();
            y[i + gaps] = positive(value.applyAsDouble(entry));
        }
        return new Line(label, role, Arrays.copyOf(x, entries.size() + gaps), Arrays.copyOf(y, entries.size() + gaps));
    }

    /** What a logarithmic axis can show. */
    private static double positive(double value) {
        return value > 0 ? value : Double.NaN;
    }
}
