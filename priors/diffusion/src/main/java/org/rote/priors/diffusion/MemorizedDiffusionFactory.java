package org.rote.priors.diffusion;

import org.rote.numerics.GaussianMixture;
import org.rote.numerics.MeasuredValues;
import org.rote.numerics.TrainingModels;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.Prior;

final class MemorizedDiffusionFactory implements Factory<MemorizedDiffusionConfig, Prior> {

    @Override
    public String name() {
        return "memorized-diffusion";
    }

    @Override
    public Class<MemorizedDiffusionConfig> configType() {
        return MemorizedDiffusionConfig.class;
    }

    @Override
    public String describe() {
        return "what a diffusion model becomes when it memorizes N training models, p(x) = 1/N Σ N(x; x_n, σ² I)";
    }

    @Override
    public String example() {
        return """
                type: memorized-diffusion
                sigma: 0.3
                training: { type: inline, models: [[-1.5], [-0.4], [0.4], [1.2], [2.5]] }
                """;
    }

    @Override
    public Prior create(MemorizedDiffusionConfig config, Context context) {
        double sigma = sigma(config, context.space().unit());
        TrainingModels models =
                TrainingModels.read(config.training().create(context), context.space(), context.executor(), "training");
        models.warnOfCopies("training", context);
        return new MemorizedPrior(
                GaussianMixture.around(models, context.space(), sigma * sigma, context.executor()), models);
    }

    private static double sigma(MemorizedDiffusionConfig config, String unit) {
        return config.at()
                .map(at -> MeasuredValues.read("at.scale", at.scale(), unit)
                        * at.schedule().levels().noise(at.step()))
                .orElseGet(() -> MeasuredValues.read("sigma", config.sigma().orElseThrow(), unit));
    }
}
