package org.rote.priors.diffusion;

import org.rote.numerics.GaussianMixture;
import org.rote.numerics.MeasuredValues;
import org.rote.numerics.TrainingModels;
import org.rote.spi.Checks;
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
        TrainingModels models = TrainingModels.read(config.training().create(context), context.space(), "training");
        models.warnOfCopies("training", context);
        return new MemorizedPrior(
                GaussianMixture.around(models, context.space(), sigma * sigma, context.executor()), models);
    }

    private static double sigma(MemorizedDiffusionConfig config, String unit) {
        return config.at()
                .map(at -> level(at, unit))
                .orElseGet(() -> positive(
                        "sigma",
                        config.sigma().orElseThrow(),
                        unit,
                        "a positive noise level in model units, for example 0.05"));
    }

    private static double level(MemorizedDiffusionConfig.Step at, String unit) {
        double scale =
                positive("at.scale", at.scale(), unit, "the spread of the models, which the process is scaled by");
        return scale * at.schedule().levels().noise(at.step());
    }

    private static double positive(String key, String text, String unit, String what) {
        double value = MeasuredValues.read(key, text, unit);
        new Checks()
                .that(value > 0, key, "must be greater than 0, got " + text, "give " + what)
                .verify();
        return value;
    }
}
