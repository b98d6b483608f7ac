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
import org.rote.spi.Value;

/** Mean, spread, draws and nearest training model of a posterior over a field, held against the truth where it is known. Keeps two fields and four draws in memory. */
final class PosteriorSummary implements Diagnostic {

    /** The mean misfit of a right model is 1; beyond 2 the data are not explained. */
    private static final double LARGEST_MISFIT = 2;

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
            int[] shape = subject.posterior().space().shape();
            subject.sink().array("mean", shape, mean);
            subject.sink().array("standard-deviation", shape, deviation);
            Optional<double[]> nearest = nearest(mean);
            List<Finding> findings = new ArrayList<>();
            findings.add(misfit(mean));
            findings.add(Finding.info("spread", Value.of(rms(deviation)), unit(), "rms posterior standard deviation"));
            subject.truth().ifPresent(truth -> addErrors(findings, truth, mean, deviation));
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
                    LARGEST_MISFIT,
                    "squared residual of the posterior mean over the noise variance, a mean over the data; 1 is expected, above 2"
                            + " the prior or the noise level cannot explain the data");
        }

        private void addErrors(List<Finding> findings, double[] truth, double[] mean, double[] deviation) {
            double error = rms(minus(mean, truth));
            double spread = rms(deviation);
            long covered = IntStream.range(0, truth.length)
                    .filter(i -> Math.abs(truth[i] - mean[i]) <= 2 * deviation[i])
                    .count();
            findings.add(
                    Finding.info("error", Value.of(error), unit(), "rms difference between posterior mean and truth"));
            findings.add(Finding.info(
                    "spread-over-error",
                    Value.of(error > 0 ? spread / error : Double.POSITIVE_INFINITY),
                    "1",
                    "near 1 the spread says how wrong the mean is; far below 1 the posterior is overconfident"));
            findings.add(
                    Finding.info(
                            "covered",
                            Value.of((double) covered / truth.length),
                            "1",
                            "share of the truth within two standard deviations of the mean; about 0.95 for a calibrated posterior"));
        }

        private Optional<double[]> nearest(double[] mean) {
            if (!Parts.hasExamples(subject)) {
                return Optional.empty();
            }
            double least = Double.POSITIVE_INFINITY;
            double[] nearest = mean;
            for (double[] model : Parts.models(subject)) {
                double distance = rms(minus(mean, model));
                if (distance < least) {
                    least = distance;
                    nearest = model;
                }
            }
            return Optional.of(nearest);
        }

        private String unit() {
            return subject.posterior().space().unit();
        }
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
