package org.rote.plugins.diagnostic.collapse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Distribution;

/**
 * A sampler beside the closed form that another one found on the same posterior: weights of the modes, sliced Wasserstein distance and spread, each with what an exact sampler would
 * show with as many draws.
 *
 * <p>The comparison is made where the posterior lives, in coordinates where there is a parameterization. Cost: what {@link ReferenceModes} and {@link Projections} state for each draw, and two
 * sets of as many draws from the reference.
 */
final class AgainstReference implements Diagnostic {

    private final Optional<String> wanted;

    AgainstReference(Optional<String> wanted) {
        this.wanted = wanted;
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        if (reference(subject).isPresent()) {
            return Optional.empty();
        }
        if (wanted.isEmpty()) {
            return Optional.of(
                    "no other sampler of the study gives atoms or components of this posterior in closed form;"
                            + " add one, such as \"reweighting\", \"linearized-mixture\" or \"oracle-diffusion\"");
        }
        String name = wanted.get();
        if (name.equals(subject.parts().get("sampler"))) {
            return Optional.of("this is the reference itself");
        }
        boolean exists = subject.siblings().stream().anyMatch(sibling -> isOf(sibling, name));
        return Optional.of(
                exists
                        ? "the sampler \"" + name + "\" gives no atoms or components in closed form"
                        : "the study has no case of the sampler \"" + name + "\" on this posterior, there are: "
                                + samplers(subject));
    }

    private static String samplers(Case subject) {
        return subject.siblings().isEmpty()
                ? "none"
                : subject.siblings().stream()
                        .map(sibling -> sibling.parts().get("sampler"))
                        .collect(Collectors.joining(", "));
    }

    private Optional<Case> reference(Case subject) {
        List<Case> siblings = subject.siblings();
        return siblings.stream()
                .filter(sibling -> wanted.isEmpty() || isOf(sibling, wanted.get()))
                .filter(sibling -> PosteriorWeights.of(sibling).isPresent())
                .findFirst();
    }

    private static boolean isOf(Case sibling, String sampler) {
        return sampler.equals(sibling.parts().get("sampler"));
    }

    @Override
    public Examination examine(Case subject) {
        Case reference = reference(subject).orElseThrow();
        Distribution solution = reference.solution().orElseThrow();
        return new ReferenceComparison(subject, reference.name(), solution);
    }
}
