package org.rote.priors.empirical;

import org.rote.numerics.TrainingModels;
import org.rote.numerics.Weights;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.Prior;

final class EmpiricalFactory implements Factory<EmpiricalConfig, Prior> {

    @Override
    public String name() {
        return "empirical";
    }

    @Override
    public Class<EmpiricalConfig> configType() {
        return EmpiricalConfig.class;
    }

    @Override
    public String describe() {
        return "the training models and nothing else, p(x) = Σ w_n δ(x − x_n)";
    }

    @Override
    public String example() {
        return """
                type: empirical
                training: { type: inline, models: [[-1.5], [-0.4], [0.4], [1.2], [2.5]] }
                """;
    }

    @Override
    public Prior create(EmpiricalConfig config, Context context) {
        TrainingModels models =
                TrainingModels.read(config.training().create(context), context.space(), context.executor(), "training");
        models.warnOfCopies("training", context);
        return new EmpiricalPrior(
                context.space(), models.weighted(Weights.read("weights", config.weights(), models.count())));
    }
}
