package org.rote.plugins.diagnostic.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.rote.spi.Atoms;
import org.rote.spi.Axis;
import org.rote.spi.Case;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;

/** Prior, likelihood, reference posterior and approximation over one unknown, with the training models on the axis. */
final class DensityCurves {

    private static final int POINTS = 1500;

    private DensityCurves() {}

    static Figure of(Case subject, Extent extent, Optional<DrawnDensity> drawn) {
        Axis axis = extent.axis(0, POINTS);
        double[] x = new double[POINTS];
        Arrays.setAll(x, axis::at);
        List<Layer> layers = new ArrayList<>();
        Parts.priorDensity(subject)
                .ifPresent(prior -> layers.add(new Line("prior", Role.PRIOR, x, exp(x, prior::logDensity))));
        Parts.reference(subject)
                .ifPresent(exact -> layers.add(new Line("posterior", Role.EXACT, x, exp(x, exact::logDensity))));
        Parts.approximation(subject)
                .ifPresent(found -> layers.add(
                        new Line(Parts.approximationLabel(subject), Role.APPROXIMATE, x, exp(x, found::logDensity))));
        Parts.atoms(subject).ifPresent(atoms -> layers.add(stems(atoms)));
        drawn.map(draws -> draws.histogram(extent.lower()[0], extent.upper()[0]))
                .ifPresent(bars -> layers.add(new Line("draws (histogram)", Role.APPROXIMATE, bars.x(), bars.y())));
        double height = height(layers);
        layers.add(new Line(
                "likelihood (scaled)",
                Role.LIKELIHOOD,
                x,
                scaled(logs(x, subject.posterior().likelihood()::logDensity), height)));
        double[] training = Arrays.stream(Parts.models(subject))
                .mapToDouble(model -> model[0])
                .toArray();
        layers.add(new Points(Parts.modelsLabel(subject), Role.TRAINING, training, new double[training.length]));
        subject.truth()
                .ifPresent(truth -> layers.add(new Points("truth", Role.TRUTH, truth, new double[truth.length])));
        String unit = subject.posterior().space().unit();
        Panel panel = new Panel(
                "",
                Scale.linear(extent.label(0), unit),
                Parts.atoms(subject).isPresent()
                        ? Scale.linear("weight", "1")
                        : Scale.linear("density", unit.equals("1") ? "1" : "1/(" + unit + ")"),
                layers);
        return new Figure(
                "densities",
                "Prior, likelihood and posterior",
                "What was believed before the data, what the data say (scaled to the height of the tallest posterior), and what"
                        + " follows. The training models are marked on the axis.",
                List.of(panel));
    }

    /** A bar of no width for each atom, drawn as one interrupted line. */
    private static Layer stems(Atoms atoms) {
        double[] x = new double[3 * atoms.count()];
        double[] y = new double[3 * atoms.count()];
        double[] atom = new double[1];
        for (int n = 0; n < atoms.count(); n++) {
            atoms.atom(n, atom);
            Arrays.fill(x, 3 * n, 3 * n + 3, atom[0]);
            y[3 * n + 1] = Math.exp(atoms.logWeight(n));
            y[3 * n + 2] = Double.NaN;
        }
        return new Line("posterior weights", Role.APPROXIMATE, x, y);
    }

    private static double[] exp(double[] x, ToDoubleFunction<double[]> log) {
        return Arrays.stream(logs(x, log)).map(Math::exp).toArray();
    }

    private static double[] logs(double[] x, ToDoubleFunction<double[]> log) {
        double[] logs = new double[x.length];
        double[] at = new double[1];
        for (int i = 0; i < x.length; i++) {
            at[0] = x[i];
            logs[i] = log.applyAsDouble(at);
        }
        return logs;
    }

    private static double height(List<Layer> layers) {
        double height = 0;
        for (Layer layer : layers) {
            if (layer instanceof Line line && line.role() != Role.PRIOR) {
                for (double y : line.y()) {
                    height = y > height ? y : height;
                }
            }
        }
        return height > 0 ? height : 1;
    }

    /** exp(log) with its peak at {@code height}: from the logarithms, as the likelihood of many data is below the smallest number. NaN stays NaN. */
    private static double[] scaled(double[] logs, double height) {
        double peak = Arrays.stream(logs)
                .filter(log -> log > Double.NEGATIVE_INFINITY)
                .max()
                .orElse(0);
        return Arrays.stream(logs).map(log -> height * Math.exp(log - peak)).toArray();
    }
}
