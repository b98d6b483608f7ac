package org.rote.priors.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.GaussianMixture;
import org.rote.numerics.MeasuredValues;
import org.rote.numerics.TrainingModels;
import org.rote.numerics.Weights;
import org.rote.spi.Context;
import org.rote.spi.Covariance;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Prior;
import org.rote.spi.Space;

final class GaussianMixtureFactory implements Factory<GaussianMixtureConfig, Prior> {

    @Override
    public String name() {
        return "gaussian-mixture";
    }

    @Override
    public Class<GaussianMixtureConfig> configType() {
        return GaussianMixtureConfig.class;
    }

    @Override
    public String describe() {
        return "p(x) = Σ w_n N(x; μ_n, C_n), the means written out or from a data set";
    }

    @Override
    public String example() {
        return """
                type: gaussian-mixture
                weights: [2, 1]
                means: [[-1], [1]]
                covariance: { type: isotropic, standard-deviation: 0.3 }
                """;
    }

    @Override
    public Prior create(GaussianMixtureConfig config, Context context) {
        Space space = context.space();
        Optional<TrainingModels> training = config.training().map(part -> {
            TrainingModels models = TrainingModels.read(part.create(context), space, context.executor(), "training");
            models.warnOfCopies("training", context);
            return models;
        });
        double[][] written = written(config.means().orElse(List.of()), space);
        int count = training.map(TrainingModels::count).orElse(written.length);
        Normals components = new Normals(
                Weights.read("weights", config.weights(), count),
                training.<Normals.Means>map(models -> models::atom).orElseGet(() -> Normals.of(written)),
                covariances(config, count, context));
        return new MixturePrior(GaussianMixture.of(space, components, context.executor()), training);
    }

    private static double[][] written(List<List<String>> texts, Space space) {
        double[][] means = new double[texts.size()][];
        for (int n = 0; n < means.length; n++) {
            String key = "means[" + n + "]";
            means[n] = MeasuredValues.read(key, texts.get(n), space.unit());
            if (means[n].length != space.size()) {
                throw new InvalidInputException(
                        key,
                        "has " + means[n].length + " values for " + space.size() + " unknowns (" + space.describe()
                                + ")",
                        "give one value for each unknown");
            }
        }
        return means;
    }

    private static List<Covariance> covariances(GaussianMixtureConfig config, int count, Context context) {
        if (config.covariance().isPresent()) {
            CovarianceConfig shared = config.covariance().get();
            return List.of(new CovarianceMaker(context, "covariance").make(shared));
        }
        List<CovarianceConfig> sections = config.covariances().orElseThrow();
        if (sections.size() != count) {
            throw new InvalidInputException(
                    "covariances",
                    "has " + sections.size() + " for " + count + " components",
                    "give one for each component, or a single covariance");
        }
        List<Covariance> covariances = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            covariances.add(new CovarianceMaker(context, "covariances[" + n + "]").make(sections.get(n)));
        }
        return covariances;
    }
}
