package org.rote.plugins.diagnostic.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rote.numerics.Covariances;
import org.rote.spi.Atoms;
import org.rote.spi.Axis;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Contours;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;

/** Two maps of two unknowns: prior and likelihood; reference posterior and approximation with the ellipses of its components. */
final class DensityMaps {

    private static final int SIDE = 240;

    /** Contours enclose these shares of the mass. */
    private static final double[] ENCLOSED = {0.99, 0.9, 0.5};

    /** Components below this weight would only clutter. */
    private static final double LEAST_WEIGHT = 1e-3;

    private DensityMaps() {}

    static Figure of(Case subject, Extent extent, Optional<DrawnDensity> drawn) {
        return new Figure(
                "densities",
                "Prior, likelihood and posterior",
                "Left: prior and likelihood. Right: the posterior by quadrature where there is one, and the mixture with the"
                        + " one-standard-deviation ellipse of each component, darker for more weight, or an estimate from the draws. Contours enclose 50, 90 and 99 % of the mass.",
                List.of(
                        panel("prior and likelihood", extent, before(subject, extent)),
                        panel("posterior", extent, after(subject, extent, drawn))));
    }

    private static Panel panel(String title, Extent extent, List<Layer> layers) {
        String unit = extent.space().unit();
        return new Panel(
                title,
                Scale.linear(extent.label(0), unit).between(extent.lower()[0], extent.upper()[0]),
                Scale.linear(extent.label(1), unit).between(extent.lower()[1], extent.upper()[1]),
                layers);
    }

    private static List<Layer> before(Case subject, Extent extent) {
        List<Layer> layers = new ArrayList<>();
        Parts.priorDensity(subject)
                .flatMap(prior -> contours("prior", Role.PRIOR, extent, prior::logDensity))
                .ifPresent(layers::add);
        contours("likelihood", Role.LIKELIHOOD, extent, subject.posterior().likelihood()::logDensity)
                .ifPresent(layers::add);
        layers.addAll(marks(subject));
        return layers;
    }

    private static List<Layer> after(Case subject, Extent extent, Optional<DrawnDensity> drawn) {
        List<Layer> layers = new ArrayList<>();
        Parts.reference(subject)
                .flatMap(exact -> contours("posterior", Role.EXACT, extent, exact::logDensity))
                .ifPresent(layers::add);
        Parts.approximation(subject)
                .flatMap(found ->
                        contours(Parts.approximationLabel(subject), Role.APPROXIMATE, extent, found::logDensity))
                .ifPresent(layers::add);
        drawn.ifPresent(draws -> layers.add(estimated(extent, draws)));
        Parts.components(subject).ifPresent(components -> layers.add(ellipses(components)));
        Parts.atoms(subject).ifPresent(atoms -> layers.add(heaviest(atoms)));
        layers.addAll(marks(subject));
        return layers;
    }

    private static Layer estimated(Extent extent, DrawnDensity draws) {
        Axis horizontal = extent.axis(0, SIDE);
        Axis vertical = extent.axis(1, SIDE);
        double[] density = draws.smoothed(horizontal, vertical);
        return new Contours(
                "draws (kernel estimate)", Role.APPROXIMATE, new Grid(horizontal, vertical, density), levels(density));
    }

    private static List<Layer> marks(Case subject) {
        List<Layer> layers = new ArrayList<>();
        double[][] models = Parts.models(subject);
        layers.add(new Points(Parts.modelsLabel(subject), Role.TRAINING, column(models, 0), column(models, 1)));
        subject.truth()
                .ifPresent(truth ->
                        layers.add(new Points("truth", Role.TRUTH, new double[] {truth[0]}, new double[] {truth[1]})));
        return layers;
    }

    private static double[] column(double[][] models, int component) {
        return Arrays.stream(models).mapToDouble(model -> model[component]).toArray();
    }

    private static Layer ellipses(Components components) {
        int[] shown = IntStream.range(0, components.count())
                .filter(n -> Math.exp(components.logWeight(n)) >= LEAST_WEIGHT)
                .toArray();
        double[] means = new double[2 * shown.length];
        double[] covariances = new double[4 * shown.length];
        double[] weights = new double[shown.length];
        double[] mean = new double[2];
        for (int i = 0; i < shown.length; i++) {
            components.mean(shown[i], mean);
            System.arraycopy(mean, 0, means, 2 * i, 2);
            double[] covariance = Covariances.toMatrix(components.covariance(shown[i]));
            System.arraycopy(covariance, 0, covariances, 4 * i, 4);
            weights[i] = Math.exp(components.logWeight(shown[i]));
        }
        return new Ellipses("components", Role.APPROXIMATE, means, covariances, weights);
    }

    private static Layer heaviest(Atoms atoms) {
        int best = 0;
        for (int n = 1; n < atoms.count(); n++) {
            best = atoms.logWeight(n) > atoms.logWeight(best) ? n : best;
        }
        double[] atom = new double[2];
        atoms.atom(best, atom);
        return new Points("heaviest atom", Role.APPROXIMATE, new double[] {atom[0]}, new double[] {atom[1]});
    }

    /** Contours of exp(log); none where the density is zero or undefined all over the picture. */
    private static Optional<Layer> contours(String label, Role role, Extent extent, ToDoubleFunction<double[]> log) {
        Axis horizontal = extent.axis(0, SIDE);
        Axis vertical = extent.axis(1, SIDE);
        double[] values = new double[SIDE * SIDE];
        double[] x = new double[2];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                x[0] = horizontal.at(i);
                x[1] = vertical.at(j);
                double value = log.applyAsDouble(x);
                values[i * SIDE + j] = Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
                largest = Math.max(largest, values[i * SIDE + j]);
            }
        }
        if (Double.isInfinite(largest)) {
            return Optional.empty();
        }
        double peak = largest;
        double[] density =
                Arrays.stream(values).map(value -> Math.exp(value - peak)).toArray();
        return Optional.of(new Contours(label, role, new Grid(horizontal, vertical, density), levels(density)));
    }

    /** Heights above which the shares of the mass lie: halfway between the last cell that is needed for it and the next. */
    static double[] levels(double[] density) {
        double[] sorted = density.clone();
        Arrays.sort(sorted);
        double total = Arrays.stream(sorted).sum();
        double[] levels = new double[ENCLOSED.length];
        for (int k = 0; k < ENCLOSED.length; k++) {
            double mass = 0;
            int i = sorted.length - 1;
            while (i > 0 && mass < ENCLOSED[k] * total) {
                mass += sorted[i--];
            }
            levels[k] = i + 1 < sorted.length ? 0.5 * (sorted[i] + sorted[i + 1]) : sorted[i];
        }
        return levels;
    }
}
