package org.rote.plugins.diagnostic.memorization;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.rote.numerics.NearestModels;
import org.rote.numerics.Neighbours;
import org.rote.numerics.TrainingMatrix;
import org.rote.numerics.Weights;
import org.rote.spi.Case;
import org.rote.spi.Draws;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Likelihood;
import org.rote.spi.Parameterization;
import org.rote.spi.Pool;
import org.rote.spi.PooledDiagnostic;

/**
 * What a posterior owes to the truth being one of its prior's training models: cases that differ in their prior alone, once trained with the truth and once without. What has learned a population from many models hardly misses one of
 * them; what looks its answer up loses it.
 *
 * <p>Cost for a case: a search for the nearest training model of each draw and a mapping of it to its model; one application of the operator.
 */
final class TruthContrast implements PooledDiagnostic<TruthDigest> {

    /** Of the root mean square of the training models: what a truth may differ from its own training model by, read from another file. */
    private static final double ROUNDING = 1e-6;

    private final TruthContrastConfig config;

    TruthContrast(TruthContrastConfig config) {
        this.config = config;
    }

    @Override
    public Set<String> over() {
        return Set.of("prior", "truth");
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        if (subject.truth().isEmpty()) {
            return Optional.of("the truth is not known, or no point of the posterior's space has it as its image");
        }
        return Examples.inapplicable(subject);
    }

    @Override
    public Digestion<TruthDigest> examine(Case subject) {
        return new Reading(subject);
    }

    @Override
    public Optional<String> inapplicable(Pool<TruthDigest> pool) {
        return TruthPairs.of(pool, config).problem();
    }

    @Override
    public Conclusion conclude(Pool<TruthDigest> pool) {
        return new ContrastEvidence(TruthPairs.of(pool, config).pairs()).conclusion();
    }

    private static final class Reading implements Digestion<TruthDigest> {

        private final Case subject;
        private final Sight models;
        private final Sight points;
        private final NearestModels nearest;
        private final double[] owned;
        private final double[] sum;
        private final double[] mean;
        private final double[] squares;
        private final double scale;
        private long count;

        Reading(Case subject) {
            this.subject = subject;
            this.models = Sight.of(subject, View.MODEL, false);
            this.points = Sight.of(subject, View.COORDINATES, false);
            TrainingMatrix training = points.matrix(Examples.of(subject).orElseThrow());
            this.nearest = new NearestModels(training, subject.executor());
            this.owned = new double[training.count()];
            this.sum = new double[points.size()];
            this.mean = new double[models.size()];
            this.squares = new double[models.size()];
            this.scale = rootMeanSquare(training);
        }

        private static double rootMeanSquare(TrainingMatrix training) {
            double[] row = new double[training.dimension()];
            double squares = 0;
            for (int n = 0; n < training.count(); n++) {
                training.row(n, row);
                squares += Arrays.stream(row).map(value -> value * value).sum();
            }
            return Math.sqrt(squares / training.count());
        }

        @Override
        public void accept(Draws draws) {
            if (draws.count() == 0) {
                return;
            }
            Neighbours found = nearest.find(draws.values(), draws.count(), 1);
            double[] seen = models.of(draws.values(), draws.count());
            for (int k = 0; k < draws.count(); k++) {
                owned[found.model(k, 0)]++;
                count++;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += draws.values()[k * sum.length + i];
                }
                for (int i = 0; i < mean.length; i++) {
                    double before = seen[k * mean.length + i] - mean[i];
                    mean[i] += before / count;
                    squares[i] += before * (seen[k * mean.length + i] - mean[i]);
                }
            }
        }

        @Override
        public Conclusion conclude() {
            return new Conclusion(List.of(), List.of());
        }

        @Override
        public TruthDigest digest() {
            // As far as the parameterization can make it: what it cannot is missed with and without.
            double[] truth = models.of(subject.truth().orElseThrow(), 1);
            double error = 0;
            double variance = 0;
            for (int i = 0; i < mean.length; i++) {
                error += (mean[i] - truth[i]) * (mean[i] - truth[i]) / mean.length;
                variance += squares[i] / Math.max(1, count - 1) / mean.length;
            }
            Neighbours own = nearest.find(subject.truth().orElseThrow(), 1, 1);
            boolean holdsTruth = own.distance(0, 0) <= ROUNDING * scale;
            double[] logs = Arrays.stream(owned).map(n -> Math.log(n / count)).toArray();
            return new TruthDigest(
                    holdsTruth,
                    Math.sqrt(error),
                    Math.sqrt(variance),
                    misfit(),
                    Weights.ofLogs(logs).effectiveModes(),
                    holdsTruth ? owned[own.model(0, 0)] / count : 0,
                    subject.parameterization()
                            .map(Parameterization::range)
                            .orElse(subject.posterior().space())
                            .unit());
        }

        /** At the mean of the coordinates. */
        private OptionalDouble misfit() {
            Likelihood likelihood = subject.posterior().likelihood();
            if (!(likelihood.noise() instanceof GaussianNoise noise)) {
                return OptionalDouble.empty();
            }
            double[] residual = likelihood.data();
            double[] predicted = new double[residual.length];
            double[] point = Arrays.stream(sum).map(s -> s / count).toArray();
            likelihood.mapping().forward(point, predicted);
            for (int i = 0; i < residual.length; i++) {
                residual[i] -= predicted[i];
            }
            double[] solved = new double[residual.length];
            noise.covariance().solve(residual, solved);
            double misfit = 0;
            for (int i = 0; i < residual.length; i++) {
                misfit += residual[i] * solved[i] / residual.length;
            }
            return OptionalDouble.of(misfit);
        }
    }
}
