package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.Derivations;
import org.rote.numerics.NearestModels;
import org.rote.plugins.diagnostic.memorization.NearestNeighboursConfig.Of;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Dataset;
import org.rote.spi.Diagnostic;
import org.rote.spi.Drawable;
import org.rote.spi.Draws;

/**
 * Whether draws come closer to single training models than what has not been memorized does.
 *
 * <p>The rate of draws below a threshold of a {@link Measure} says nothing by itself: it depends on how many training models there are, on the dimension and on where the posterior lies. Fresh fields of the population
 * of arXiv 2603.19629 score 96 % at N = 50. So every rate comes with those of nulls at the same N and k: training models left out one by one, models held out, and clouds around posterior mean and truth.
 *
 * <p>Cost: N d multiplications in single precision for each draw and each point of a null, see {@link NearestModels}; draws are not kept.
 */
final class NearestNeighbours implements Diagnostic {

    private final NearestNeighboursConfig config;
    private final Optional<Dataset> heldOut;

    NearestNeighbours(NearestNeighboursConfig config, Optional<Dataset> heldOut) {
        this.config = config;
        this.heldOut = heldOut;
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        Optional<String> missing = Examples.inapplicable(subject);
        if (missing.isPresent()
                || config.of() == Of.POSTERIOR
                || drawable(subject).isPresent()) {
            return missing;
        }
        return Optional.of("the prior cannot be drawn from");
    }

    private static Optional<Drawable> drawable(Case subject) {
        return Derivations.of(subject.posterior().prior(), subject.executor()).capability(Drawable.class);
    }

    @Override
    public Examination examine(Case subject) {
        return new Search(subject);
    }

    private final class Search implements Examination {

        private final Case subject;
        private final Atoms examples;
        private final Sight sight;
        private final NearestModels nearest;
        private final List<Population> seen = new ArrayList<>();
        private final double[] sum;
        private long count;

        Search(Case subject) {
            this.subject = subject;
            this.examples = Examples.of(subject).orElseThrow();
            this.sight = Sight.of(subject, config.view(), config.standardized());
            this.nearest = new NearestModels(sight.matrix(examples), subject.executor());
            this.sum = new double[subject.posterior().space().size()];
        }

        @Override
        public void accept(Draws draws) {
            if (config.of() == Of.PRIOR || draws.count() == 0) {
                return;
            }
            seen.add(population("draws", "draws", draws.values(), draws.count()));
            for (int k = 0; k < draws.values().length; k++) {
                sum[k % sum.length] += draws.values()[k];
            }
            count += draws.count();
        }

        private Population population(String key, String label, double[] points, int number) {
            return Population.of(key, label, nearest.find(sight.of(points, number), number, config.neighbours()));
        }

        @Override
        public Conclusion conclude() {
            if (config.of() == Of.PRIOR) {
                seen.add(population("draws", "draws of the prior", priorDraws(), config.nullDraws()));
            }
            return seen.stream()
                    .reduce(Population::and)
                    .map(draws -> new Evidence(subject, draws, nulls(), heldOut.isPresent()).conclusion())
                    .orElseGet(() -> new Conclusion(List.of(), List.of()));
        }

        private double[] priorDraws() {
            Drawable prior = drawable(subject).orElseThrow();
            double[] points = new double[Math.multiplyExact(config.nullDraws(), sum.length)];
            double[] point = new double[sum.length];
            for (int k = 0; k < config.nullDraws(); k++) {
                prior.draw(subject.random("prior draws", k), point);
                System.arraycopy(point, 0, points, k * point.length, point.length);
            }
            return points;
        }

        /** The strictest first: held-out models are what draws should look like. */
        private List<Population> nulls() {
            List<Population> nulls = new ArrayList<>();
            heldOut.ifPresent(set -> nulls.add(heldOut(set)));
            nulls.add(Population.of(
                    "left-out",
                    "left-out models",
                    nearest.findOthers(Math.min(config.nullDraws(), examples.count()), config.neighbours())));
            if (config.of() == Of.POSTERIOR) {
                double[] mean = Arrays.stream(sum).map(s -> s / count).toArray();
                clouds("mean", "mean", mean, nulls);
                subject.truth().ifPresent(truth -> clouds("truth", "truth", truth, nulls));
            }
            return nulls;
        }

        private Population heldOut(Dataset set) {
            int number = Math.min(set.count(), config.nullDraws());
            double[] points = new double[Math.multiplyExact(number, sum.length)];
            double[] point = new double[sum.length];
            for (int n = 0; n < number; n++) {
                set.read(n, point);
                System.arraycopy(point, 0, points, n * point.length, point.length);
            }
            return population("held-out", "held-out models", points, number);
        }

        private void clouds(String key, String label, double[] centre, List<Population> nulls) {
            Cloud cloud = new Cloud(subject, examples);
            for (double width : config.widths()) {
                double[] points = cloud.around(
                        centre,
                        width,
                        config.nullDraws(),
                        subject.random("cloud around " + key, Math.round(1e6 * width)));
                nulls.add(population(
                        "cloud-" + key + "-" + width, label + " ± " + width + " σ", points, config.nullDraws()));
            }
        }
    }
}
