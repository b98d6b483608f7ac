package org.rote.plugins.diagnostic.collapse;

import java.util.Optional;
import org.rote.numerics.Weights;
import org.rote.spi.AffineMapping;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Mapping;

/**
 * The weights that a mixture posterior would have without −½ log det S_n, as the code published with Siahkoohi &amp; Sabeddu (2026) computes them.
 *
 * <p>By the matrix determinant lemma log det S_n = log det Γ + log det C_n − log det Σ_n, so the covariances before and after the data tell it.
 */
final class Determinants {

    /** Operations, N min(m, d)³, beyond which components are not factored again only to show a fault of other code: about a minute. */
    private static final double MOST_OPERATIONS = 1e11;

    private Determinants() {}

    static Optional<Weights> without(Case subject) {
        Optional<Components> prior = subject.posterior().prior().capability(Components.class);
        Optional<Components> posterior = subject.solution().flatMap(solution -> solution.capability(Components.class));
        if (prior.isEmpty()
                || posterior.isEmpty()
                || prior.get().count() != posterior.get().count()
                || operations(subject, prior.get().count()) > MOST_OPERATIONS
                || isOneForAll(subject, prior.get())) {
            return Optional.empty();
        }
        Components before = prior.get();
        Components after = posterior.get();
        double[] logs = new double[before.count()];
        subject.executor().forEach(logs.length, n -> {
            double gain =
                    before.covariance(n).logDeterminant() - after.covariance(n).logDeterminant();
            logs[n] = after.logWeight(n) + 0.5 * gain;
        });
        return Optional.of(Weights.ofLogs(logs));
    }

    private static double operations(Case subject, int count) {
        Mapping mapping = subject.posterior().likelihood().mapping();
        return count
                * Math.pow(Math.min(mapping.range().size(), mapping.domain().size()), 3);
    }

    /** Under an affine map components of one covariance have one determinant, which drops out of the weights. */
    @SuppressWarnings("ReferenceEquality") // the contract: components that share a covariance hand out the same object
    private static boolean isOneForAll(Case subject, Components prior) {
        Covariance first = prior.covariance(0);
        for (int n = 1; n < prior.count(); n++) {
            if (prior.covariance(n) != first) {
                return false;
            }
        }
        return subject.posterior().likelihood().mapping() instanceof AffineMapping;
    }
}
