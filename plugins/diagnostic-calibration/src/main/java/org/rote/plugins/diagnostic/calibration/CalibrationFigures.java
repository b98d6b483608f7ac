package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;

/** Pictures of calibration over many truths. */
final class CalibrationFigures {

    /** Of more quantities the ones that stray farthest are drawn. */
    private static final int MOST_LINES = 5;

    private static final int MOST_POINTS = 2000;
    private static final double NORMAL_95 = 1.96;
    private static final double[] LEVELS =
            IntStream.rangeClosed(1, 19).mapToDouble(i -> 0.05 * i).toArray();

    private final Truths truths;
    private final UniformBand band;
    private final Bootstrap bootstrap;

    CalibrationFigures(Truths truths, UniformBand band, Bootstrap bootstrap) {
        this.truths = truths;
        this.band = band;
        this.bootstrap = bootstrap;
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "ranks",
                "Where the truths lie among the draws",
                "Share of truths below which no more than this share of draws lies, less that share. A calibrated sampler stays in the band for 95 % of quantities. "
                        + "A rise through the middle means draws too widely spread, a fall too narrowly, one side only a mean that is off. Of many quantities those that stray farthest.",
                ranks()));
        figures.add(new Figure(
                "coverage",
                "Coverage",
                "Share of truths in the intervals or regions that hold this share of the draws, less that share, over all quantities of a kind. Below zero draws are too sure. "
                        + "The band is where one quantity would be in 95 % of studies, at each level; the mean over many quantities scatters less.",
                truths.groups().stream().map(this::coverage).toList()));
        if (truths.joint().containsKey(Calibration.RANDOM_POINT)) {
            figures.add(randomPoint());
        }
        figures.add(new Figure(
                "spread-and-error",
                "Spread against error",
                "Each point is a truth: the error of the mean, root mean square over the quantities, against the deviation of the draws. The line is where both are equal; for one quantity the error scatters widely about it, for many it should be near.",
                truths.groups().stream().map(CalibrationFigures::spread).toList()));
        figures.add(new Figure(
                "z-scores",
                "Error against contraction",
                "Each point is a truth and a quantity: the error of the mean in standard deviations, against how much narrower the draws are than the truths are spread. Of 20 points 19 should lie between the rules. Far out at the right: too sure. At the left: the data said nothing.",
                truths.groups().stream().map(CalibrationFigures::scores).toList()));
        truths.axes().ifPresent(axes -> figures.add(map(axes)));
        return figures;
    }

    private List<Panel> ranks() {
        List<Panel> panels = new ArrayList<>();
        for (Truths.Group group : truths.groups()) {
            List<Integer> order = IntStream.range(0, group.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(q -> band.level(group.of(q, Placement::rank))))
                    .limit(MOST_LINES)
                    .toList();
            List<Layer> lines = new ArrayList<>();
            for (int q : order) {
                lines.add(line(group.names().get(q), group.of(q, Placement::rank)));
            }
            panels.add(panel(group.key(), lines));
        }
        if (!truths.joint().isEmpty()) {
            List<Layer> lines = new ArrayList<>();
            truths.joint().forEach((name, ranks) -> lines.add(line(name.replace('-', ' '), ranks)));
            panels.add(panel("all unknowns together", lines));
        }
        return panels;
    }

    private Line line(String label, double[] ranks) {
        return new Line(label, Role.SERIES, band.points(), band.differences(ranks));
    }

    private Panel panel(String title, List<Layer> lines) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Band("95 %", Role.EXACT, band.points(), band.lower(), band.upper()));
        layers.addAll(lines);
        return new Panel(
                title,
                Scale.linear("share of draws below the truth", "1").between(0, 1),
                Scale.linear("share of truths, less that", "1"),
                layers);
    }

    private Panel coverage(Truths.Group group) {
        double[] scatter = Arrays.stream(LEVELS)
                .map(level -> NORMAL_95 * Math.sqrt(level * (1 - level) / truths.count()))
                .toArray();
        double[] below = Arrays.stream(scatter).map(x -> -x).toArray();
        return new Panel(
                group.key(),
                Scale.linear("share of draws", "1").between(0, 1),
                Scale.linear("share of truths, less that", "1"),
                List.of(
                        new Band("95 %", Role.EXACT, LEVELS, below, scatter),
                        excess("central", group, level -> place -> place.isCovered(level)),
                        excess("highest density", group, level -> place -> place.isCoveredByHighestDensity(level))));
    }

    /** Which truths are covered at a level. */
    @FunctionalInterface
    private interface Covering {
        Predicate<Placement> at(double level);
    }

    private static Line excess(String label, Truths.Group group, Covering covering) {
        return new Line(
                label,
                Role.SERIES,
                LEVELS,
                Arrays.stream(LEVELS)
                        .map(level -> group.share(covering.at(level)) - level)
                        .toArray());
    }

    private Figure randomPoint() {
        double[] ranks = truths.joint().getOrDefault(Calibration.RANDOM_POINT, new double[0]);
        double[] lower = LEVELS.clone();
        double[] upper = LEVELS.clone();
        double[] middle = LEVELS.clone();
        for (int i = 0; i < LEVELS.length; i++) {
            double level = LEVELS[i];
            double[] within = Arrays.stream(ranks).map(r -> r <= level ? 1 : 0).toArray();
            double[] interval = bootstrap.interval(chosen -> Bootstrap.mean(within, chosen), 0.95);
            middle[i] = Arrays.stream(within).average().orElseThrow() - level;
            lower[i] = interval[0] - level;
            upper[i] = interval[1] - level;
        }
        return new Figure(
                "random-points",
                "Accuracy with random points",
                "Share of truths that are nearer to a random point than this share of draws allows, less that share: expected coverage against credibility (Lemos et al., 2023). The band holds 95 % of bootstrap samples of the truths, at each level, and should hold zero at nearly all. "
                        + "The point is one of the draws, so that coverage below zero means draws that are too sure or off, above zero not sure enough.",
                List.of(new Panel(
                        "",
                        Scale.linear("credibility", "1").between(0, 1),
                        Scale.linear("expected coverage, less that", "1"),
                        List.of(
                                new Band("95 % bootstrap", Role.APPROXIMATE, LEVELS, lower, upper),
                                new Line("", Role.APPROXIMATE, LEVELS, middle),
                                new Rule("calibrated", Role.EXACT, false, 0)))));
    }

    private static Panel spread(Truths.Group group) {
        double[] spread = Arrays.stream(group.expectedErrors()).map(Math::sqrt).toArray();
        double[] error = Arrays.stream(group.squaredErrors()).map(Math::sqrt).toArray();
        double most = Math.max(
                Arrays.stream(spread).max().orElseThrow(),
                Arrays.stream(error).max().orElseThrow());
        return new Panel(
                group.key(),
                Scale.linear("standard deviation of the draws", group.unit()).between(0, 1.05 * most),
                Scale.linear("error of their mean", group.unit()).between(0, 1.05 * most),
                List.of(
                        new Line("equal", Role.EXACT, new double[] {0, most}, new double[] {0, most}),
                        new Points("", Role.APPROXIMATE, spread, error)));
    }

    private static Panel scores(Truths.Group group) {
        int each = Math.max(1, group.size() * group.standings().size() / MOST_POINTS);
        List<double[]> points = new ArrayList<>();
        for (int q = 0; q < group.size(); q++) {
            double prior = Moments.of(group.of(q, Placement::truth)).variance();
            for (int c = 0; c < group.standings().size(); c++) {
                Placement place = group.standings().get(c).placements().get(q);
                double contraction = 1 - place.deviation() * place.deviation() / prior;
                if ((q + c) % each == 0 && Double.isFinite(contraction) && Double.isFinite(place.zScore())) {
                    points.add(new double[] {contraction, place.zScore()});
                }
            }
        }
        return new Panel(
                group.key(),
                Scale.linear("contraction", "1"),
                Scale.linear("(mean − truth) / standard deviation", "1"),
                List.of(
                        new Points(
                                "",
                                Role.APPROXIMATE,
                                points.stream().mapToDouble(p -> p[0]).toArray(),
                                points.stream().mapToDouble(p -> p[1]).toArray()),
                        new Rule("", Role.EXACT, false, -NORMAL_95),
                        new Rule("", Role.EXACT, false, NORMAL_95)));
    }

    /** The values of the model place by place. */
    private Figure map(Subset.Axes axes) {
        Truths.Group group = truths.groups().stream()
                .filter(each -> each.key().equals("values"))
                .findFirst()
                .orElseThrow();
        double[] scores = new double[group.size()];
        double[] covered = new double[group.size()];
        for (int q = 0; q < scores.length; q++) {
            double[] errors = group.of(q, place -> place.error() * place.error());
            double[] variances = group.of(q, place -> place.deviation() * place.deviation());
            scores[q] = Math.sqrt(
                    Arrays.stream(variances).sum() / Arrays.stream(errors).sum());
            covered[q] = Arrays.stream(group.of(q, place -> place.isCovered(0.9) ? 1 : 0))
                            .average()
                            .orElseThrow()
                    - 0.9;
        }
        return new Figure(
                "map",
                "Calibration place by place",
                "Left: deviation of the draws over the error of their mean, root mean squares over the truths; 1 is right, below it draws are too sure. Right: share of truths in the central 90 % of the draws, less 0.9. With "
                        + truths.count() + " truths a place scatters by about "
                        + Math.round(100 * NORMAL_95 / Math.sqrt(2.0 * truths.count())) + " % and by "
                        + String.format(Locale.ROOT, "%.2f", NORMAL_95 * Math.sqrt(0.09 / truths.count()))
                        + ".",
                List.of(
                        image(axes, scores, "spread over error", ColorMap.SEQUENTIAL),
                        image(axes, covered, "coverage less 0.9", ColorMap.DIVERGING)));
    }

    private static Panel image(Subset.Axes axes, double[] values, String label, ColorMap map) {
        Grid grid = new Grid(axes.horizontal(), axes.vertical(), values);
        return new Panel(
                label,
                Scale.linear(axes.horizontal().name(), axes.horizontal().unit()),
                axes.vertical().name().equals("z")
                        ? Scale.depth("z", axes.vertical().unit())
                        : Scale.linear(axes.vertical().name(), axes.vertical().unit()),
                List.of(new Image("", "1", grid, map, OptionalDouble.empty(), OptionalDouble.empty())));
    }
}
