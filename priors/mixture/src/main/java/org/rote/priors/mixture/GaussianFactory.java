package org.rote.priors.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.Covariances;
import org.rote.numerics.GaussianMixture;
import org.rote.numerics.MeasuredValues;
import org.rote.numerics.TrainingModels;
import org.rote.numerics.Weights;
import org.rote.spi.Context;
import org.rote.spi.Covariance;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Prior;
import org.rote.spi.Space;

final class GaussianFactory implements Factory<GaussianConfig, Prior> {

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public Class<GaussianConfig> configType() {
        return GaussianConfig.class;
    }

    @Override
    public String describe() {
        return "p(x) = N(x; μ, C), independent unknowns or a correlated field, written down or learned from training models";
    }

    @Override
    public String example() {
        return "type: gaussian\nmean: 0\nstandard-deviation: 1.5\n";
    }

    @Override
    public Prior create(GaussianConfig config, Context context) {
        Space space = context.space();
        Optional<TrainingModels> training = config.training().map(part -> {
            TrainingModels models = TrainingModels.read(part.create(context), space, context.executor(), "training");
            models.warnOfCopies("training", context);
            return models;
        });
        Optional<Moments> learned = training.map(models -> new Moments(models, space.size()));
        double[] mean = config.mean()
                .map(texts -> written(texts, space))
                .or(() -> learned.map(Moments::mean))
                .orElseGet(() -> average(config.meanOf().orElseThrow().create(context), space));
        Covariance covariance = config.covariance()
                .map(section -> new CovarianceMaker(context, "covariance").make(section))
                .or(() -> config.standardDeviation()
                        .map(texts -> new CovarianceMaker(context, "").each("standard-deviation", texts)))
                .orElseGet(() -> Covariances.diagonal(learned.orElseThrow().positiveVariances(space)));
        Normals components = new Normals(Weights.uniform(1), Normals.of(new double[][] {mean}), List.of(covariance));
        return new MixturePrior(GaussianMixture.of(space, components, context.executor()), training);
    }

    private static double[] written(List<String> texts, Space space) {
        double[] values = MeasuredValues.read("mean", texts, space.unit());
        if (values.length != 1 && values.length != space.size()) {
            throw new InvalidInputException(
                    "mean",
                    "has " + values.length + " values for " + space.size() + " unknowns (" + space.describe() + ")",
                    "give one value, or one for each unknown");
        }
        double[] mean = new double[space.size()];
        Arrays.setAll(mean, i -> values[values.length == 1 ? 0 : i]);
        return mean;
    }

    private static double[] average(Dataset models, Space space) {
        space.mismatch(models.space()).ifPresent(mismatch -> {
            throw new InvalidInputException("mean-of", mismatch, "give models for the space of this study");
        });
        if (models.count() == 0) {
            throw new InvalidInputException("mean-of", "holds no model", "give at least one");
        }
        double[] sum = new double[space.size()];
        double[] model = new double[space.size()];
        for (int n = 0; n < models.count(); n++) {
            models.read(n, model);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += model[i];
            }
        }
        Arrays.setAll(sum, i -> sum[i] / models.count());
        return sum;
    }
}
