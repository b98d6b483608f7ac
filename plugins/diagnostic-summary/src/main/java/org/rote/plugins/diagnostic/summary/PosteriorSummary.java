package org.rote.plugins.diagnostic.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Figure;
import org.rote.spi.Finding;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Likelihood;
import org.rote.spi.Space;
import org.rote.spi.Value;

/**
 * Mean, spread, draws and nearest training model of a posterior over a field, held against the truth where it is known.
 *
 * <p>Numbers for any space: misfit (1/m) rᵀ Γ⁻¹ r of the mean, r = y − F(mean); root-mean-square spread, error and distance to the nearest training model; share of the truth within two
 * standard deviations. Findings about the spread need two draws. Figures for real fields on one or two axes. Memory: two fields, four draws and one training model. Cost: one pass
 * over the draws, one over the training models, one forward evaluation.
 */
final class PosteriorSummary implements Diagnostic {

    /** Of many data the misfit of a right model is 1; beyond 2 they are not explained. */
    private static final double LARGEST_MISFIT = 2;

    /** Of few data it may be far from 1 by chance: this many standard deviations √(2/m) are allowed. */
    private static final double DEVIATIONS = 3;

    private static final int SHOWN_DRAWS = 4;

    @Override
    public Optional<String> inapplicable(Case subject) {
        return subject.posterior().space().size() > 2
                ? Optional.empty()
                : Optional.of("one or two unknowns are shown by \"densities\"");
    }

    @Override
    public Examination examine(Case subject) {
        return new Summary(subject);
    }

    private static final class Summary implements Examination {

        private final Case subject;
        private final RunningMoments moments;
        private final List<double[]> shown = new ArrayList<>();

        Summary(Case subject) {
            this.subject = subject;
            this.moments = new RunningMoments(subject.posterior().space().size());
        }

        @Override
        public void accept(Draws draws) {
            moments.accept(draws);
            int size = subject.posterior().space().size();
            for (int k = 0; k < draws.count() && shown.size() < SHOWN_DRAWS; k++) {
                shown.add(Arrays.copyOfRange(draws.values(), k * size, (k + 1) * size));
            }
        }

        @Override
        public Conclusion conclude() {
            if (moments.count() == 0) {
                return new Conclusion(List.of(), List.of());
            }
            double[] mean = moments.mean();
            double[] deviation = moments.standardDeviation();
            int[] shape = shape(subject.posterior().space());
            subject.sink().array("mean", shape, mean);
            subject.sink().array("standard-deviation", shape, deviation);
            Optional<double[]> nearest = TrainingModels.nearest(subject, mean);
            List<Finding> findings = new ArrayList<>();
            findings.add(misfit(mean));
            boolean spreads = moments.count() > 1;
            if (spreads) {
                findings.add(
                        Finding.info("spread", Value.of(rms(deviation)), unit(), "rms posterior standard deviation"));
            }
            subject.truth().ifPresent(truth -> {
                addError(findings, truth, mean);
                if (spreads) {
                    addCalibration(findings, truth, mean, deviation);
                }
            });
            nearest.ifPresent(model -> findings.add(Finding.info(
                    "distance-to-training",
                    Value.of(rms(minus(mean, model))),
                    unit(),
                    "rms difference between the posterior mean and the nearest training model")));
            List<Figure> figures = FieldFigures.of(subject, mean, deviation, shown, nearest);
            return new Conclusion(findings, figures);
        }

        private Finding misfit(double[] mean) {
            Likelihood likelihood = subject.posterior().likelihood();
            double[] predicted = new double[likelihood.mapping().range().size()];
            likelihood.mapping().forward(mean, predicted);
            double[] data = likelihood.data();
            if (!(likelihood.noise() instanceof GaussianNoise noise)) {
                return Finding.info(
                        "log-likelihood",
                        Value.of(likelihood.noise().logDensity(data, predicted)),
                        "1",
                        "log likelihood of the posterior mean");
            }
            double[] residual = minus(data, predicted);
            double[] weighted = new double[residual.length];
            noise.covariance().solve(residual, weighted);
            double sum = 0;
            for (int i = 0; i < residual.length; i++) {
                sum += residual[i] * weighted[i];
            }
            return Finding.atMost(
                    "misfit",
                    sum / residual.length,
                    "1",
                    Math.max(LARGEST_MISFIT, 1 + DEVIATIONS * Math.sqrt(2.0 / residual.length)),
                    "squared residual of the posterior mean over the noise variance, a mean over the data; about 1 is expected,"
                            + " above the threshold prior and noise level do not explain the data");
        }

        private void addError(List<Finding> findings, double[] truth, double[] mean) {
            findings.add(Finding.info(
                    "error",
                    Value.of(rms(minus(mean, truth))),
                    unit(),
                    "rms difference between posterior mean and truth"));
        }

        private void addCalibration(List<Finding> findings, double[] truth, double[] mean, double[] deviation) {
            double error = rms(minus(mean, truth));
            long covered = IntStream.range(0, truth.length)
                    .filter(i -> Math.abs(truth[i] - mean[i]) <= 2 * deviation[i])
                    .count();
            if (error > 0) {
                findings.add(Finding.info(
                        "spread-over-error",
                        Value.of(rms(deviation) / error),
                        "1",
                        "near 1 the spread says how wrong the mean is; far below 1 the posterior is overconfident"));
            }
            findings.add(
                    Finding.info(
                            "covered",
                            Value.of((double) covered / truth.length),
                            "1",
                            "share of the truth within two standard deviations of the mean; about 0.95 for a calibrated posterior"));
        }

        private String unit() {
            return subject.posterior().space().unit();
        }
    }

    /** Complex fields as pairs along a last axis. */
    private static int[] shape(Space space) {
        int[] counts = space.shape();
        if (space.element().doubles() == 1) {
            return counts;
        }
        int[] pairs = Arrays.copyOf(counts, counts.length + 1);
        pairs[counts.length] = space.element().doubles();
        return pairs;
    }

    static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double rms(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum / values.length);
    }
}
