package org.rote.plugins.diagnostic.collapse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rote.numerics.Weights;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Finding;
import org.rote.spi.Severity;
import org.rote.spi.Value;

/** How many atoms or components carry the posterior: exp(H(w)) (Siahkoohi &amp; Sabeddu, 2026), the effective sample size 1/Σw² (Kish, 1965), the largest weight. */
final class EffectiveModes implements Diagnostic {

    /** Below two effective modes one training model is the answer. */
    private static final double LOOKUP = 2;

    @Override
    public Optional<String> inapplicable(Case subject) {
        Optional<String> missing = PosteriorWeights.inapplicable(subject);
        if (missing.isPresent()) {
            return missing;
        }
        boolean single = PosteriorWeights.of(subject).stream().anyMatch(weights -> weights.count() == 1);
        return single ? Optional.of("the posterior has one component, so there is nothing to count") : Optional.empty();
    }

    @Override
    public Examination examine(Case subject) {
        return new Once(() -> conclude(PosteriorWeights.of(subject).orElseThrow()));
    }

    private static Conclusion conclude(Weights weights) {
        double modes = weights.effectiveModes();
        Finding effective = new Finding(
                "effective-modes",
                Value.of(modes),
                "1",
                OptionalDouble.of(LOOKUP),
                modes < LOOKUP ? Severity.WARNING : Severity.INFO,
                modes < LOOKUP
                        ? "fewer than two of the " + weights.count()
                                + " models carry the posterior: it is a lookup, and its spread says little about the subsurface;"
                                + " more training models, a larger sigma or a prior that does not memorize would change that"
                        : "exp of the entropy of the weights, between 1 and " + weights.count(),
                "Siahkoohi & Sabeddu (2026), effective posterior modes");
        return new Conclusion(
                List.of(
                        effective,
                        Finding.info(
                                        "ess",
                                        Value.of(weights.effectiveSampleSize()),
                                        "1",
                                        "1 over the sum of squared weights")
                                .from("Kish (1965)"),
                        Finding.info(
                                "largest-weight", Value.of(weights.largest()), "1", "weight of the heaviest model"),
                        Finding.info("count", Value.of(weights.count()), "1", "atoms or components")),
                List.of());
    }
}
