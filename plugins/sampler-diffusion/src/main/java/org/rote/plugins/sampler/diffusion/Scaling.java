package org.rote.plugins.sampler.diffusion;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.Coordinates;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Drawable;
import org.rote.spi.Prior;
import org.rote.spi.Requirements;
import org.rote.spi.SamplerContext;
import org.rote.spi.TrainingSet;

/** In which coordinates the process runs; schedules are made for a prior that is about one wide. */
public enum Scaling {
    /** {@code standardized} where the prior allows it, else {@code uniform}, else {@code none}. */
    AUTOMATIC {
        @Override
        Requirements requirements(Requirements others) {
            return others;
        }

        @Override
        Coordinates coordinates(Prior prior, SamplerContext context) {
            boolean standardizes = prior.capability(Atoms.class).isPresent()
                    || prior.capability(Components.class)
                            .filter(Coordinates::canStandardize)
                            .isPresent();
            if (standardizes) {
                return STANDARDIZED.coordinates(prior, context);
            }
            return uniform(prior, context).orElseGet(() -> {
                context.warn(
                        "scaling: the prior tells neither atoms nor draws, so nothing is scaled; the schedule's noise levels"
                                + " are in model units then, and must reach ten times the spread of the models");
                return NONE.coordinates(prior, context);
            });
        }
    },
    /** Every unknown has its own centre and scale, from the prior's atoms or components. */
    STANDARDIZED {
        @Override
        Requirements requirements(Requirements others) {
            return others.andPrior(List.of(Atoms.class, Components.class), "give scaling: uniform");
        }

        @Override
        Coordinates coordinates(Prior prior, SamplerContext context) {
            int size = prior.space().size();
            Optional<Atoms> atoms = prior.capability(Atoms.class);
            return atoms.isPresent()
                    ? Coordinates.standardizing(atoms.get(), size)
                    : Coordinates.standardizing(
                            prior.capability(Components.class).orElseThrow(), size);
        }
    },
    /** One scale for all unknowns, from the prior's atoms, draws or training set. */
    UNIFORM {
        @Override
        Requirements requirements(Requirements others) {
            return others.andPrior(List.of(Atoms.class, Drawable.class, TrainingSet.class), "give scaling: none");
        }

        @Override
        Coordinates coordinates(Prior prior, SamplerContext context) {
            return uniform(prior, context).orElseThrow();
        }
    },
    /** Reversal coordinates are model coordinates. */
    NONE {
        @Override
        Requirements requirements(Requirements others) {
            return others;
        }

        @Override
        Coordinates coordinates(Prior prior, SamplerContext context) {
            return Coordinates.identity(prior.space().size());
        }
    };

    /** What this scaling asks of a prior, on top of others. */
    abstract Requirements requirements(Requirements others);

    /** The coordinates for a prior that meets the requirements. */
    abstract Coordinates coordinates(Prior prior, SamplerContext context);

    private static Optional<Coordinates> uniform(Prior prior, SamplerContext context) {
        int size = prior.space().size();
        return prior.capability(Atoms.class)
                .or(() -> prior.capability(TrainingSet.class).map(TrainingSet::training))
                .map(atoms -> Coordinates.uniform(atoms, size))
                .or(() -> prior.capability(Drawable.class)
                        .map(draws -> Coordinates.uniform(draws, size, context.random("scaling", 0))));
    }
}
