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
import org.rote.spi.Space;
import org.rote.spi.Value;

/**
 * Mean, spread, draws and nearest training model of a posterior over a field, held against the truth where it is known, and the data that the mean predicts.
 *
 * <p>Behind a parameterization all of this is told of models, not of coordinates: of the mapped draws and the true model. Only the predicted data and the nearest training model
 * are those of the mean of the coordinates, which for an affine parameterization is the same; they are then mapped.
 *
 * <p>Numbers for any space: misfit (1/m) rᵀ Γ⁻¹ r of the mean, r = y − F(mean); root-mean-square spread, error and distance to the nearest training model; share of the truth within two
 * standard deviations. A single draw is that of an estimator: it is called the estimate, and nothing is said of a spread. Figures for real fields on one to three axes, speeds of waves as velocity. Memory: two fields, four draws,
 * one training model and a batch of models of 8 MB. Cost: one pass over the draws, mapping each, one over the training models, one forward evaluation.
 */
final class PosteriorSummary implements Diagnostic {

    private static final int SHOWN_DRAWS = 4;

    @Override
    public Optional<String> inapplicable(Case subject) {
        return new ModelSpace(subject).space().size() > 2
                ? Optional.empty()
                : Optional.of("one or two unknowns are shown by \"densities\"");
    }

    @Override
    public Examination examine(Case subject) {
        return new Summary(subject);
    }

    private static final class Summary implements Examination {

        private final Case subject;
        private final ModelSpace models;
        private final RunningMoments moments;
        private final RunningMoments points;
        private final List<double[]> shown = new ArrayList<>();

        Summary(Case subject) {
            this.subject = subject;
            this.models = new ModelSpace(subject);
            this.moments = new RunningMoments(models.space().size());
            this.points = models.isMapped()
                    ? new RunningMoments(subject.posterior().space().size())
                    : moments;
        }

        @Override
        public void accept(Draws draws) {
            int size = models.space().size();
            for (int from = 0; from < draws.count(); from += models.batch()) {
                int count = Math.min(models.batch(), draws.count() - from);
                double[] fields = models.models(draws.values(), from, count);
                moments.accept(fields);
                for (int k = 0; k < count && shown.size() < SHOWN_DRAWS; k++) {
                    shown.add(Arrays.copyOfRange(fields, k * size, (k + 1) * size));
                }
            }
            if (models.isMapped()) {
                points.accept(draws.values());
            }
        }

        @Override
        public Conclusion conclude() {
            if (moments.count() == 0) {
                return new Conclusion(List.of(), List.of());
            }
            double[] mean = moments.mean();
            Optional<double[]> deviation =
                    Optional.of(moments.standardDeviation()).filter(known -> moments.count() > 1);
            int[] shape = shape(models.space());
            subject.sink().array("mean", shape, mean);
            deviation.ifPresent(spread -> subject.sink().array("standard-deviation", shape, spread));
            Optional<double[]> nearest =
                    TrainingModels.nearest(subject, points.mean()).map(models::model);
            DataFit fit = DataFit.at(subject.posterior().likelihood(), points.mean());
            List<Finding> findings = new ArrayList<>();
            String estimate = deviation.isPresent() ? "posterior mean" : "estimate";
            findings.add(misfit(fit, estimate));
            deviation.ifPresent(spread -> findings.add(
                    Finding.info("spread", Value.of(Fields.rms(spread)), unit(), "rms posterior standard deviation")));
            subject.trueModel().ifPresent(truth -> {
                addError(findings, truth, mean, estimate);
                deviation.ifPresent(spread -> addCalibration(findings, truth, mean, spread));
            });
            nearest.ifPresent(model -> findings.add(Finding.info(
                    "distance-to-training",
                    Value.of(Fields.rms(Fields.minus(mean, model))),
                    unit(),
                    "rms difference between the " + estimate + " and the nearest training model")));
            List<Figure> figures = new ArrayList<>(FieldFigures.of(new FieldSummary(
                    models.space(), subject.trueModel(), mean, deviation, List.copyOf(shown), nearest)));
            figures.addAll(DataFigures.of(fit, deviation.isPresent() ? "mean" : "estimate"));
            return new Conclusion(findings, figures);
        }

        private static Finding misfit(DataFit fit, String estimate) {
            return fit.misfit()
                    .map(misfit -> Finding.atMost(
                            "misfit",
                            misfit,
                            "1",
                            DataFit.largestMisfit(fit.observed().length),
                            "squared residual of the " + estimate
                                    + " over the noise variance, a mean over the data; about 1 is expected,"
                                    + " above the threshold prior and noise level do not explain the data"))
                    .orElseGet(() -> Finding.info(
                            "log-likelihood", Value.of(fit.logLikelihood()), "1", "log likelihood of the " + estimate));
        }

        private void addError(List<Finding> findings, double[] truth, double[] mean, String estimate) {
            findings.add(Finding.info(
                    "error",
                    Value.of(Fields.rms(Fields.minus(mean, truth))),
                    unit(),
                    "rms difference between " + estimate + " and truth"));
        }

        private void addCalibration(List<Finding> findings, double[] truth, double[] mean, double[] deviation) {
            double error = Fields.rms(Fields.minus(mean, truth));
            long covered = IntStream.range(0, truth.length)
                    .filter(i -> Math.abs(truth[i] - mean[i]) <= 2 * deviation[i])
                    .count();
            if (error > 0) {
                findings.add(Finding.info(
                        "spread-over-error",
                        Value.of(Fields.rms(deviation) / error),
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
            return models.space().unit();
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
}
