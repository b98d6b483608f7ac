package org.rote.plugins.diagnostic.collapse;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Distribution;

/** The weights of a case's solution, whether its parts are atoms or components. */
final class PosteriorWeights {

    private PosteriorWeights() {}

    static Optional<Weights> of(Case subject) {
        return subject.solution().flatMap(PosteriorWeights::of);
    }

    /** Why there are none, for those who asked in vain. */
    static Optional<String> inapplicable(Case subject) {
        return of(subject).isPresent()
                ? Optional.empty()
                : Optional.of("the sampler gives no atoms or components in closed form");
    }

    static Optional<Weights> of(Distribution solution) {
        Optional<Weights> atoms = solution.capability(Atoms.class).map(a -> weights(a.count(), a::logWeight));
        return atoms.isPresent()
                ? atoms
                : solution.capability(Components.class).map(c -> weights(c.count(), c::logWeight));
    }

    private static Weights weights(int count, IntToDoubleFunction logWeight) {
        double[] logs = new double[count];
        for (int n = 0; n < count; n++) {
            logs[n] = logWeight.applyAsDouble(n);
        }
        return Weights.ofLogs(logs);
    }
}
