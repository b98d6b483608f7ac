package org.rote.plugins.diagnostic.summary;

import java.util.Optional;
import java.util.stream.Stream;
import org.rote.numerics.Derivations;
import org.rote.spi.AffineMapping;
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

    /** The models that the prior was made from: its training set, or else its atoms. */
    static Optional<Atoms> examples(Case subject) {
        Prior prior = subject.posterior().prior();
        return prior.capability(TrainingSet.class).map(TrainingSet::training).or(() -> prior.capability(Atoms.class));
    }

    /** The examples, or else the means of the components of the prior, one after another; for few unknowns. */
    static double[][] models(Case subject) {
        Prior prior = subject.posterior().prior();
        int size = subject.posterior().space().size();
        Optional<Atoms> atoms = examples(subject);
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

    /** What {@link #models} are. */
    static String modelsLabel(Case subject) {
        return examples(subject).isPresent() ? "training models" : "prior means";
    }

    /** What the approximation is called: exact under a linear operator. */
    static String approximationLabel(Case subject) {
        return subject.posterior().likelihood().mapping() instanceof AffineMapping
                ? "mixture posterior"
                : "linearized posterior";
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

    /** Whether the sampler's answer can be drawn without its draws. */
    static boolean isClosedForm(Case subject) {
        boolean tabulated = subject.solution()
                .flatMap(solution -> solution.capability(Tabulated.class))
                .isPresent();
        return tabulated || atoms(subject).isPresent() || approximation(subject).isPresent();
    }

    static Optional<Components> components(Case subject) {
        return subject.solution().flatMap(solution -> solution.capability(Components.class));
    }

    static Optional<Atoms> atoms(Case subject) {
        return subject.solution().flatMap(solution -> solution.capability(Atoms.class));
    }
}
