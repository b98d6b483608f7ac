package org.rote.plugins.diagnostic.collapse;

import java.util.Optional;
import org.rote.numerics.Weights;
import org.rote.spi.AffineMapping;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Distribution;

/**
 * The weights that a mixture posterior would have without −½ log det S_n, as the code published with Siahkoohi &amp; Sabeddu (2026) computes them.
 *
 * <p>By the matrix determinant lemma log det S_n = log det Γ + log det C_n − log det Σ_n, so the covariances before and after the data tell it.
 */
final class Determinants {

    /** More components than this are not factored again only to show a fault of other code. */
    private static final int MOST = 1000;

    private Determinants() {}

    static Optional<Weights> without(Case subject) {
        Optional<Components> prior = subject.posterior().prior().capability(Components.class);
        Optional<Components> posterior =
                subject.solution().flatMap((Distribution solution) -> solution.capability(Components.class));
        if (prior.isEmpty()
                || posterior.isEmpty()
                || prior.get().count() != posterior.get().count()
                || prior.get().count() > MOST
                || subject.posterior().likelihood().mapping() instanceof AffineMapping) {
            return Optional.empty();
        }
        Components before = prior.get();
        Components after = posterior.get();
        return Optional.of(PosteriorWeights.weights(
                before.count(),
                n -> after.logWeight(n)
                        + 0.5
                                * (before.covariance(n).logDeterminant()
                                        - after.covariance(n).logDeterminant())));
    }
}
