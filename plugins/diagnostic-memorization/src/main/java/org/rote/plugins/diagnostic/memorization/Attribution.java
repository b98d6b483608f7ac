package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rote.numerics.ConvexHull;
import org.rote.numerics.NearestModels;
import org.rote.numerics.Neighbours;
import org.rote.numerics.TrainingMatrix;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Dataset;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/**
 * Which training models draws come from, and how: as copies of one, or as mixtures of several.
 *
 * <p>Each draw belongs to its nearest training model, at the distance d₁. Its distance h to the convex hull of its nearest training models tells a lookup from a barycentre: near a copy h is almost d₁, as the copy lies outside the hull by its noise; an average of training
 * models has h = 0 however far d₁ is. Held-out models, and training models left out one by one, say what h / d₁ is where nothing was memorized.
 *
 * <p>Cost: a search for neighbours, and k² d / 2 multiplications for the hull of each draw, k neighbours of d coordinates.
 */
final class Attribution implements Diagnostic {

    private static final int SHOWN = 12;
    private static final int PORTRAYED = 5;

    private final AttributionConfig config;
    private final Optional<Dataset> heldOut;

    Attribution(AttributionConfig config, Optional<Dataset> heldOut) {
        this.config = config;
        this.heldOut = heldOut;
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        return Examples.inapplicable(subject);
    }

    @Override
    public Examination examine(Case subject) {
        return new Search(subject);
    }

    private final class Search implements Examination {

        private final Case subject;
        private final Sight sight;
        private final TrainingMatrix models;
        private final NearestModels nearest;
        private final double[] owned;
        private final List<double[]> ratios = new ArrayList<>();
        private final Sight portrayed;
        private final double[] sum;

        Search(Case subject) {
            this.subject = subject;
            this.sight = Sight.of(subject, config.view(), config.standardized());
            this.models = sight.matrix(Examples.of(subject).orElseThrow());
            this.nearest = new NearestModels(models, subject.executor());
            this.owned = new double[models.count()];
            this.portrayed = Sight.of(subject, View.MODEL, false);
            this.sum = new double[portrayed.size()];
        }

        @Override
        public void accept(Draws draws) {
            if (draws.count() > 0) {
                double[] seen = sight.of(draws.values(), draws.count());
                Neighbours found = nearest.find(seen, draws.count(), config.neighbours());
                for (int k = 0; k < draws.count(); k++) {
                    owned[found.model(k, 0)]++;
                }
                ratios.add(hullRatios(seen, found));
                double[] drawn = portrayed.of(draws.values(), draws.count());
                for (int i = 0; i < drawn.length; i++) {
                    sum[i % sum.length] += drawn[i];
                }
            }
        }

        /** h / d₁; 1 for a copy. */
        private double[] hullRatios(double[] seen, Neighbours found) {
            double[] result = new double[found.number()];
            int size = models.dimension();
            subject.executor().forEach(result.length, k -> {
                double[] row = new double[size];
                double[] differences = new double[found.k() * size];
                for (int j = 0; j < found.k(); j++) {
                    models.row(found.model(k, j), row);
                    for (int i = 0; i < size; i++) {
                        differences[j * size + i] = row[i] - seen[k * size + i];
                    }
                }
                double one = found.distance(k, 0);
                result[k] = one == 0
                        ? 1
                        : ConvexHull.nearest(differences, found.k()).distance() / one;
            });
            return result;
        }

        @Override
        public Conclusion conclude() {
            if (ratios.isEmpty()) {
                return new Conclusion(List.of(), List.of());
            }
            double[] drawn = ratios.stream().flatMapToDouble(Arrays::stream).toArray();
            double total = drawn.length;
            double[] shares = Arrays.stream(owned).map(count -> count / total).toArray();
            Weights weights =
                    Weights.ofLogs(Arrays.stream(shares).map(Math::log).toArray());
            subject.sink().array("attributed-shares", new int[] {shares.length}, shares);
            subject.sink().array("hull-ratios", new int[] {drawn.length}, drawn);
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.info(
                    "attributed-models",
                    Value.of(weights.effectiveModes()),
                    "1",
                    "exp of the entropy of the shares of draws nearest to each of the " + shares.length
                            + " training models"));
            findings.add(Finding.info(
                    "hull-ratio",
                    Value.of(median(drawn)),
                    "1",
                    "median over draws of the distance to the convex hull of the nearest training models over that to the nearest one:"
                            + " near 1 draws lie beside single models, near 0 they are averages of several"));
            Optional<double[]> held = heldOut.map(this::heldOutRatios);
            held.ifPresent(ratios -> findings.add(Finding.info(
                    "hull-ratio-held-out",
                    Value.of(median(ratios)),
                    "1",
                    "the same for held-out models, which nothing has memorized or averaged")));
            double[] left = leftOutRatios();
            findings.add(Finding.info(
                    "hull-ratio-left-out",
                    Value.of(median(left)),
                    "1",
                    "the same for training models, each against the others"));
            List<Figure> figures = new ArrayList<>();
            figures.add(figure(shares));
            portraits(shares, total).ifPresent(figures::add);
            figures.add(hulls(drawn, held, left));
            return new Conclusion(findings, figures);
        }

        private double[] heldOutRatios(Dataset set) {
            int number = Math.min(set.count(), config.heldOutModels());
            double[] points = new double[Math.multiplyExact(number, sight.pointSize())];
            double[] point = new double[sight.pointSize()];
            for (int n = 0; n < number; n++) {
                set.read(n, point);
                System.arraycopy(point, 0, points, n * point.length, point.length);
            }
            double[] seen = sight.of(points, number);
            return hullRatios(seen, nearest.find(seen, number, config.neighbours()));
        }

        private double[] leftOutRatios() {
            int number = Math.min(models.count(), config.heldOutModels());
            double[] rows = new double[Math.multiplyExact(number, models.dimension())];
            double[] row = new double[models.dimension()];
            for (int n = 0; n < number; n++) {
                models.row(n, row);
                System.arraycopy(row, 0, rows, n * row.length, row.length);
            }
            return hullRatios(rows, nearest.findOthers(number, config.neighbours()));
        }

        /** The models that draws are nearest to, beside their mean. */
        private Optional<Figure> portraits(double[] shares, double total) {
            Portraits portraits = new Portraits(subject);
            if (!portraits.arePossible()) {
                return Optional.empty();
            }
            subject.trueModel().ifPresent(model -> portraits.add("truth", Role.TRUTH, model));
            portraits.add(
                    "mean of the draws",
                    Role.APPROXIMATE,
                    Arrays.stream(sum).map(s -> s / total).toArray());
            Atoms examples = Examples.of(subject).orElseThrow();
            double[] point = new double[portrayed.pointSize()];
            for (int n : heaviest(shares, PORTRAYED)) {
                examples.atom(n, point);
                String title = String.format(Locale.ROOT, "model %d: %.0f %%", n, 100 * shares[n]);
                portraits.add(title, Role.SERIES, portrayed.of(point, 1));
            }
            return Optional.of(new Figure(
                    "carriers",
                    "Training models that carry the posterior",
                    "Training models with the share of draws that each is nearest to, beside the mean of the draws. A mean that looks like one of them was looked up.",
                    portraits.panels()));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static List<Integer> heaviest(double[] shares, int most) {
        return IntStream.range(0, shares.length)
                .boxed()
                .filter(n -> shares[n] > 0)
                .sorted(Comparator.comparingDouble((Integer n) -> -shares[n]))
                .limit(most)
                .toList();
    }

    private static Figure hulls(double[] drawn, Optional<double[]> held, double[] left) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Cumulative.line("draws", Role.APPROXIMATE, drawn, 1));
        held.ifPresent(ratios -> layers.add(Cumulative.line("held-out models", Role.SERIES, ratios, 1)));
        layers.add(Cumulative.line("left-out models", Role.SERIES, left, 1));
        return new Figure(
                "hull",
                "Copies or averages",
                "Share of points whose distance to the convex hull of the nearest training models, over that to the nearest one, is less. Copies lie at 1, averages of training models at 0, what has not been memorized where held-out models are.",
                List.of(new Panel(
                        "",
                        Scale.linear("distance to the hull / d1", "1").between(0, 1),
                        Scale.linear("share of points", "1").between(0, 1),
                        layers)));
    }

    private static Figure figure(double[] shares) {
        List<Integer> heaviest = heaviest(shares, SHOWN);
        return new Figure(
                "attribution",
                "Training models that draws are nearest to",
                "Share of draws whose nearest training model it is, the heaviest first, by number in the training set.",
                List.of(new Panel(
                        "",
                        Scale.linear("training model", "1"),
                        Scale.linear("share of draws", "1").between(0, 1),
                        List.of(new Bars(
                                "",
                                Role.TRAINING,
                                heaviest.stream().map(n -> Integer.toString(n)).toList(),
                                heaviest.stream().mapToDouble(n -> shares[n]).toArray())))));
    }
}
