package org.rote.plugins.parameterization.fields;

import org.rote.numerics.PrincipalComponents;
import org.rote.numerics.TrainingModels;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

final class PrincipalComponentsFactory implements Factory<PrincipalComponentsConfig, Parameterization> {

    @Override
    public String name() {
        return "principal-components";
    }

    @Override
    public Class<PrincipalComponentsConfig> configType() {
        return PrincipalComponentsConfig.class;
    }

    @Override
    public String describe() {
        return "m = m̄ + Σ z_k s_k u_k with the directions u in which training models vary most, and their standard deviations s";
    }

    @Override
    public String example() {
        return "type: principal-components\ntraining: { type: layered, count: 500 }\nenergy: 0.95\n";
    }

    @Override
    public Parameterization create(PrincipalComponentsConfig config, Context context) {
        Space space = Fields.require(context.space());
        TrainingModels models =
                TrainingModels.read(config.training().create(context), space, context.executor(), "training");
        PrincipalComponents components = PrincipalComponents.of(models, space.size(), context.executor());
        if (!(components.variances()[0] > 0)) {
            throw new InvalidInputException(
                    "training", "holds " + models.count() + " times one model", "give models that differ");
        }
        int count = config.truncation().count(components.variances(), "these " + models.count() + " models");
        double[] deviations = new double[count];
        for (int k = 0; k < count; k++) {
            deviations[k] = Math.sqrt(components.variances()[k]);
        }
        return new Expansion(
                Fields.coefficients(count),
                space,
                components.mean(),
                deviations,
                new Directions(components.directions(count, models)));
    }
}
