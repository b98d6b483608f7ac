package org.rote.plugins.dataset.geology.background;

import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.numerics.input.ContextIn;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

/** Makes the data set {@code perturbation}. */
public final class PerturbationFactory implements Factory<PerturbationConfig, Dataset> {

    /** For the plugin. */
    public PerturbationFactory() {}

    @Override
    public String name() {
        return "perturbation";
    }

    @Override
    public Class<PerturbationConfig> configType() {
        return PerturbationConfig.class;
    }

    @Override
    public String describe() {
        return "δm = m − m₀: models less a background, for operators that are linear around one";
    }

    @Override
    public String example() {
        return """
                type: perturbation
                of: &sections { type: basin, count: 1000 }
                background: { type: smoothed, of: *sections, lengths: 150 m }
                """;
    }

    @Override
    public Dataset create(PerturbationConfig config, Context context) {
        Space space = context.space();
        WaveSpeed quantity = WaveSpeed.perturbedIn(space)
                .orElseThrow(() -> new InvalidInputException(
                        "",
                        "makes perturbations of velocity, slowness or squared slowness, but a model is "
                                + space.describe(),
                        "use it with an operator that is linear around a background, such as born"));
        Context whole = new ContextIn(context, quantity.in(space));
        Dataset models = config.of().create(whole);
        Dataset background = config.background().create(whole);
        if (background.count() == 1) {
            double[] only = new double[space.size()];
            background.read(0, only);
            return new PerturbationDataset(space, models, background, Optional.of(only));
        }
        if (background.count() != models.count()) {
            throw new InvalidInputException(
                    "background",
                    "holds " + background.count() + " models for " + models.count() + " in of",
                    "give one background for all, or one for each");
        }
        return new PerturbationDataset(space, models, background, Optional.empty());
    }
}
