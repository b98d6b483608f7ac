package org.rote.plugins.diagnostic.summary;

import java.util.Optional;
import java.util.stream.Stream;
import org.rote.numerics.Derivations;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Density;
import org.rote.spi.Prior;
import org.rote.spi.Tabulated;
import org.rote.spi.TrainingSet;

/** What is known of a case in closed form. */
final class Parts {

    private Parts() {}

    /** The training models, or the atoms, or the means of the components of the prior, one after another. */
    static double[][] models(Case subject) {
        Prior prior = subject.posterior().prior();
        int size = subject.posterior().space().size();
        Optional<Atoms> training = prior.capability(TrainingSet.class).map(TrainingSet::training);
        Optional<Atoms> atoms = training.isPresent() ? training : prior.capability(Atoms.class);
        if (atoms.isPresent()) {
            double[][] models = new double[atoms.get().count()][size];
            for (int n = 0; n < models.length; n++) {
                atoms.get().atom(n, models[n]);
            }
            return models;
        }
        double[][] means = new double
                [prior.capability(Components.class).map(Components::count).orElse(0)][size];
        prior.capability(Components.class).ifPresent(components -> {
            for (int n = 0; n < means.length; n++) {
                components.mean(n, means[n]);
            }
        });
        return means;
    }

    /** Whether {@link #models} are examples, and not just means. */
    static boolean hasExamples(Case subject) {
        Prior prior = subject.posterior().prior();
        return prior.capability(TrainingSet.class).isPresent()
                || prior.capability(Atoms.class).isPresent();
    }

    static Optional<Density> priorDensity(Case subject) {
        return Derivations.of(subject.posterior().prior(), subject.executor()).capability(Density.class);
    }

    /** The reference posterior: this case's own, or a sibling's. */
    static Optional<Tabulated> reference(Case subject) {
        return Stream.concat(Stream.of(subject), subject.siblings().stream())
                .flatMap(any -> any.solution().stream())
                .flatMap(solution -> solution.capability(Tabulated.class).stream())
                .findFirst();
    }

    /** The density of what the sampler approximated, where that is not the reference itself. */
    static Optional<Density> approximation(Case subject) {
        return subject.solution()
                .filter(solution -> solution.capability(Tabulated.class).isEmpty())
                .flatMap(
                        solution -> Derivations.of(solution, subject.executor()).capability(Density.class));
    }

    static Optional<Components> components(Case subject) {
        return subject.solution().flatMap(solution -> solution.capability(Components.class));
    }

    static Optional<Atoms> atoms(Case subject) {
        return subject.solution().flatMap(solution -> solution.capability(Atoms.class));
    }
}
