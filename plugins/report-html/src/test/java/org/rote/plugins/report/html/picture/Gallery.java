package org.rote.plugins.report.html.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.rote.spi.Axis;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.ColorMap;
import org.rote.spi.Figure.Contours;
import org.rote.spi.Figure.Ellipses;
import org.rote.spi.Figure.Grid;
import org.rote.spi.Figure.Image;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;

/** Figures of every kind, with made-up numbers, for tests and for looking at. */
public final class Gallery {

    private static final long SEED = 20260320;
    private static final double[] TRAINING = {-1.5, -0.4, 0.4, 1.2, 2.5};
    private static final OptionalDouble FREE = OptionalDouble.empty();

    private Gallery() {}

    /** Prior, likelihood, exact and linearized posterior with the training points on the axis. */
    public static Figure densities(double sigma) {
        double[] x = points(-3, 4, 601);
        double gamma = 0.3;
        DoubleUnaryOperator prior = v -> Arrays.stream(TRAINING)
                .map(t -> gaussian(v, t, sigma) / TRAINING.length)
                .sum();
        DoubleUnaryOperator likelihood = v -> Math.exp(-Math.pow(v + 0.3 * v * v * v, 2) / (2 * gamma * gamma));
        double[] exact = normalized(x, v -> prior.applyAsDouble(v) * likelihood.applyAsDouble(v));
        double[] linearized = normalized(x, v -> prior.applyAsDouble(v + 0.03) * likelihood.applyAsDouble(v * 0.9));
        List<Layer> layers = List.of(
                new Line("prior p(x)", Role.PRIOR, x, normalized(x, prior)),
                new Line("likelihood (scaled)", Role.LIKELIHOOD, x, normalized(x, likelihood)),
                new Line("exact posterior", Role.EXACT, x, exact),
                new Line("linearized posterior", Role.APPROXIMATE, x, linearized),
                new Points("training points", Role.TRAINING, TRAINING, new double[TRAINING.length]));
        Panel panel = new Panel("σ = " + sigma, Scale.linear("x", "1"), Scale.linear("density", "1"), layers);
        return new Figure(
                "densities",
                "Prior, likelihood and posterior",
                "The posterior under a memorized prior with " + TRAINING.length
                        + " training points, against its linearization.",
                List.of(panel));
    }

    /** Contours of a density in two dimensions under the ellipses of its components. */
    public static Figure contours() {
        Axis horizontal = new Axis("x₁", "1", 121, 0.05, -3);
        Axis vertical = new Axis("x₂", "1", 121, 0.05, -3);
        double[] means = {-1, -0.5, 0.6, 0.9, 1.5, -1.2};
        double[] covariances = {0.2, 0.1, 0.1, 0.15, 0.12, -0.08, -0.08, 0.2, 0.05, 0, 0, 0.3};
        double[] weights = {0.6, 0.35, 0.05};
        Grid grid = grid(horizontal, vertical, (a, b) -> mixture(a, b, means, covariances, weights));
        List<Layer> layers = List.of(
                new Contours("exact posterior", Role.EXACT, grid, new double[] {0.02, 0.1, 0.25, 0.5}),
                new Ellipses("linearized components", Role.APPROXIMATE, means, covariances, weights),
                new Points("training points", Role.TRAINING, new double[] {-1.1, 0.5, 1.4}, new double[] {-0.4, 1, -1}),
                new Points("truth", Role.TRUTH, new double[] {-0.8}, new double[] {-0.2}));
        return new Figure(
                "plane",
                "Posterior in the plane",
                "Contours of the exact posterior and one-standard-deviation ellipses of the components.",
                List.of(new Panel("", Scale.linear("x₁", "1"), Scale.linear("x₂", "1"), layers)));
    }

    /** Effective modes against the bandwidth for several sizes of the training set, with the critical bandwidth of one. */
    public static Figure collapse() {
        double[] sigma = Arrays.stream(points(-2, Math.log10(5), 200))
                .map(v -> Math.pow(10, v))
                .toArray();
        List<Layer> layers = new ArrayList<>();
        for (int n : new int[] {3, 5, 10, 20, 100}) {
            double[] modes = Arrays.stream(sigma)
                    .map(s -> 1 + (n - 1) * s * s / (s * s + 0.3 / n))
                    .toArray();
            layers.add(new Line("N = " + n, Role.SERIES, sigma, modes));
            layers.add(new Rule("", Role.SERIES, true, Math.sqrt(0.3 / n)));
        }
        return new Figure(
                "collapse",
                "Effective modes against σ",
                "Vertical lines: the critical bandwidth of each training set.",
                List.of(new Panel("", Scale.logarithmic("σ", "1"), Scale.logarithmic("effective modes", "1"), layers)));
    }

    /** Fields of 70 by 70 cells side by side. */
    public static Figure fields() {
        Grid truth = layeredField(1);
        Grid mean = layeredField(2);
        Grid nearest = layeredField(3);
        Grid deviation = grid(truth.horizontal(), truth.vertical(), (x, z) -> 8 + z * z / 3000);
        double[] difference = new double[4900];
        Arrays.setAll(difference, i -> truth.values()[i] - mean.values()[i]);
        Grid delta = new Grid(truth.horizontal(), truth.vertical(), difference);
        Scale x = Scale.linear("x", "m");
        Scale z = Scale.depth("depth", "m");
        OptionalDouble lo = OptionalDouble.of(1500);
        OptionalDouble hi = OptionalDouble.of(4500);
        return new Figure(
                "fields",
                "What the posterior says of the model",
                "Velocity; the nearest training model and the difference to it; the standard deviation of the posterior.",
                List.of(
                        new Panel(
                                "truth",
                                x,
                                z,
                                List.of(new Image("velocity", "m/s", truth, ColorMap.SEQUENTIAL, lo, hi))),
                        new Panel(
                                "posterior mean",
                                x,
                                z,
                                List.of(new Image("velocity", "m/s", mean, ColorMap.SEQUENTIAL, lo, hi))),
                        new Panel(
                                "draw 1",
                                x,
                                z,
                                List.of(new Image("velocity", "m/s", layeredField(4), ColorMap.SEQUENTIAL, lo, hi))),
                        new Panel(
                                "nearest training model",
                                x,
                                z,
                                List.of(new Image("velocity", "m/s", nearest, ColorMap.SEQUENTIAL, lo, hi))),
                        new Panel(
                                "standard deviation",
                                x,
                                z,
                                List.of(new Image("velocity", "m/s", deviation, ColorMap.MAGNITUDE, FREE, FREE))),
                        new Panel(
                                "truth less mean",
                                x,
                                z,
                                List.of(new Image("difference", "m/s", delta, ColorMap.DIVERGING, FREE, FREE)))));
    }

    /** Weights of the components of a mixture. */
    public static Figure weights(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] exact = random.doubles(count).map(u -> Math.exp(-12 * u)).toArray();
        double[] without = Arrays.stream(exact).map(w -> Math.pow(w, 1.3)).toArray();
        List<String> names =
                IntStream.range(0, count).mapToObj(i -> Integer.toString(i)).toList();
        return new Figure(
                "weights",
                "Weights of the components",
                "With the determinant, and what leaving it out would give.",
                List.of(new Panel(
                        "",
                        Scale.linear("training model", "1"),
                        Scale.linear("weight", "1"),
                        count > 100
                                ? List.of(new Bars("with the determinant", Role.EXACT, names, exact))
                                : List.of(
                                        new Bars("with the determinant", Role.EXACT, names, exact),
                                        new Bars("without", Role.APPROXIMATE, names, without)))));
    }

    /** What often goes wrong: gaps, single points, constants, tiny numbers, no data, long names. */
    public static Figure corners() {
        double nan = Double.NaN;
        Axis a = Axis.metres("x", 12, 10);
        double[] gaps = grid(a, a, (x, z) -> x + z > 150 ? nan : x * 1e-5).values();
        List<Panel> panels = List.of(
                new Panel(
                        "gaps and a lonely point",
                        Scale.linear("time", "s"),
                        Scale.linear("pressure", "Pa"),
                        List.of(
                                new Line("trace", Role.SERIES, points(0, 0.004, 9), new double[] {
                                    1e5, 2e5, nan, 3e5, nan, 2e5, 4e5, nan, nan
                                }),
                                new Band(
                                        "range",
                                        Role.PRIOR,
                                        points(0, 0.004, 3),
                                        new double[] {0, 1e5, 0},
                                        new double[] {4e5, 6e5, 4e5}))),
                new Panel(
                        "constant",
                        Scale.linear("x", "1"),
                        Scale.linear("value", "1"),
                        List.of(new Line("constant", Role.SERIES, new double[] {0, 1}, new double[] {7, 7}))),
                new Panel(
                        "nothing",
                        Scale.linear("x", "1"),
                        Scale.logarithmic("y", "1"),
                        List.of(new Line("empty", Role.SERIES, new double[0], new double[0]))),
                new Panel(
                        "slowness with missing cells",
                        Scale.linear("x", "m"),
                        Scale.depth("depth", "m"),
                        List.of(new Image(
                                "slowness",
                                "s/m",
                                new Grid(a, a, gaps),
                                ColorMap.SEQUENTIAL,
                                FREE,
                                OptionalDouble.of(8e-4)))),
                new Panel(
                        "constant field",
                        Scale.linear("x", "m"),
                        Scale.depth("depth", "m"),
                        List.of(new Image(
                                "velocity", "m/s", grid(a, a, (x, z) -> 2000), ColorMap.SEQUENTIAL, FREE, FREE))),
                new Panel(
                        "a name <b>much</b> too long to stand in one line over a panel of this width",
                        Scale.linear("", "1"),
                        Scale.linear("count", "1"),
                        List.of(new Bars(
                                "",
                                Role.SERIES,
                                List.of("linearized-mixture", "reweighting", "exact-mixture", "quadrature"),
                                new double[] {3, -1, 2, nan}))));
        return new Figure("corners", "Corner <cases> & \"quotes\"", "Nothing here may look broken.", panels);
    }

    /** A dense record and a cloud of many points. */
    public static Figure dense() {
        SplittableRandom random = new SplittableRandom(SEED);
        int n = 200_000;
        double[] time = points(0, 2, n);
        double[] trace = Arrays.stream(time)
                .map(t -> Math.sin(60 * t) * Math.exp(-t) + 0.1 * (random.nextDouble() - 0.5))
                .toArray();
        double[] x = random.doubles(20_000)
                .map(u -> Math.sqrt(-2 * Math.log(u + 1e-12)))
                .toArray();
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> {
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = x[i];
            x[i] = radius * Math.cos(angle);
            return radius * Math.sin(angle);
        });
        return new Figure(
                "dense",
                "Many points",
                "A trace of 200 000 samples; 20 000 draws.",
                List.of(
                        new Panel(
                                "trace",
                                Scale.linear("time", "s"),
                                Scale.linear("amplitude", "1"),
                                List.of(new Line("", Role.SERIES, time, trace))),
                        new Panel(
                                "draws",
                                Scale.linear("x₁", "1"),
                                Scale.linear("x₂", "1"),
                                List.of(
                                        new Points("draws", Role.APPROXIMATE, x, y),
                                        new Points("truth", Role.TRUTH, new double[] {0.5}, new double[] {0.5})))));
    }

    /** Every figure, each under a name of its own. */
    public static List<Figure> all() {
        return List.of(densities(0.3), contours(), collapse(), fields(), weights(5), weights(5000), corners(), dense());
    }

    private static Grid layeredField(int seed) {
        Axis axis = Axis.metres("x", 70, 10);
        return grid(
                axis,
                Axis.metres("z", 70, 10),
                (x, z) -> 1500 + 500 * Math.floor((z + 60 * Math.sin(x / 150 + seed) + 20 * seed) / 130) % 3000);
    }

    private static Grid grid(Axis horizontal, Axis vertical, DoubleBinaryOperator value) {
        double[] values = new double[horizontal.count() * vertical.count()];
        Arrays.setAll(
                values,
                i -> value.applyAsDouble(horizontal.at(i / vertical.count()), vertical.at(i % vertical.count())));
        return new Grid(horizontal, vertical, values);
    }

    private static double[] points(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from + (to - from) * i / (count - 1))
                .toArray();
    }

    private static double gaussian(double x, double mean, double sigma) {
        return Math.exp(-(x - mean) * (x - mean) / (2 * sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI));
    }

    private static double[] normalized(double[] x, DoubleUnaryOperator density) {
        double[] values = Arrays.stream(x).map(density).toArray();
        double mass = Arrays.stream(values).sum() * (x[1] - x[0]);
        return Arrays.stream(values).map(v -> v / mass).toArray();
    }

    private static double mixture(double a, double b, double[] means, double[] covariances, double[] weights) {
        double sum = 0;
        for (int n = 0; n < weights.length; n++) {
            double p = covariances[4 * n];
            double q = covariances[4 * n + 1];
            double r = covariances[4 * n + 3];
            double det = p * r - q * q;
            double u = a - means[2 * n];
            double v = b - means[2 * n + 1];
            sum += weights[n]
                    * Math.exp(-(r * u * u - 2 * q * u * v + p * v * v) / (2 * det))
                    / (2 * Math.PI * Math.sqrt(det));
        }
        return sum;
    }
}
