package org.rote.plugins.diagnostic.comparison;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Diagnostic;
import org.rote.spi.Distribution;

/**
 * The draws of a case beside the closed form, atoms or Gaussian components, that another sampler has of the same posterior: weights of the modes ({@link ModeWeights}), sliced
 * Wasserstein distance ({@link SlicedWasserstein}) and spread ({@link Spread}). {@link Comparison} says what it costs.
 */
final class AgainstReference implements Diagnostic {

    private final Optional<String> chosen;

    /** Compares with the sampler of this name, or with the first that has a closed form. */
    AgainstReference(Optional<String> chosen) {
        this.chosen = chosen;
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        if (chosen.isPresent()) {
            return inapplicable(subject, chosen.get());
        }
        if (subject.siblings().isEmpty()) {
            return Optional.of("no other sampler works on this posterior, so there is nothing to compare with");
        }
        return reference(subject).isPresent()
                ? Optional.empty()
                : Optional.of("no other sampler on this posterior gives atoms or components in closed form: there are "
                        + names(subject.siblings()));
    }

    private Optional<String> inapplicable(Case subject, String name) {
        if (sampler(subject).equals(name)) {
            return Optional.of("this is the reference, the others are compared with it");
        }
        if (subject.siblings().stream().noneMatch(sibling -> sampler(sibling).equals(name))) {
            String others = subject.siblings().isEmpty() ? "no other" : names(subject.siblings());
            return Optional.of("no sampler \"" + name + "\" works on this posterior beside \"" + sampler(subject)
                    + "\": there is " + others);
        }
        return reference(subject).isPresent()
                ? Optional.empty()
                : Optional.of("the reference \"" + name + "\" gives no atoms or components in closed form");
    }

    @Override
    public Examination examine(Case subject) {
        Case reference = reference(subject).orElseThrow();
        return new Comparison(subject, sampler(reference), closedForm(reference).orElseThrow());
    }

    private Optional<Case> reference(Case subject) {
        return subject.siblings().stream()
                .filter(sibling -> chosen.isEmpty() || sampler(sibling).equals(chosen.get()))
                .filter(sibling -> closedForm(sibling).isPresent())
                .findFirst();
    }

    private static Optional<Distribution> closedForm(Case subject) {
        return subject.solution()
                .filter(solution -> solution.capability(Atoms.class).isPresent()
                        || solution.capability(Components.class).isPresent());
    }

    private static String sampler(Case subject) {
        return subject.parts().getOrDefault("sampler", subject.name());
    }

    private static String names(List<Case> cases) {
        return cases.stream()
                .map(sibling -> "\"" + sampler(sibling) + "\"")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }
}
