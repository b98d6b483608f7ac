package org.rote.plugins.diagnostic.collapse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Finding;
import org.rote.spi.Prior;
import org.rote.spi.Severity;
import org.rote.spi.TrainingSet;
import org.rote.spi.Value;

/**
 * How many atoms or components carry the posterior: exp(H(w)) with the entropy H = −Σ w log w (Siahkoohi &amp; Sabeddu, 2026), the effective sample size 1/Σw² (Kish, 1965), the largest
 * weight. Warns of a lookup where the prior was made from examples and fewer than two of them carry the posterior.
 */
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
        return new Once(() -> conclude(PosteriorWeights.of(subject).orElseThrow(), isMadeOfExamples(subject)));
    }

    /** A mixture of a few broad components that were not made from examples may rightly end in one of them. */
    private static boolean isMadeOfExamples(Case subject) {
        Prior prior = subject.posterior().prior();
        return prior.capability(TrainingSet.class).isPresent()
                || prior.capability(Atoms.class).isPresent();
    }

    private static Conclusion conclude(Weights weights, boolean examples) {
        double modes = weights.effectiveModes();
        boolean lookup = examples && modes < LOOKUP;
        Finding effective = new Finding(
                "effective-modes",
                Value.of(modes),
                "1",
                examples ? OptionalDouble.of(LOOKUP) : OptionalDouble.empty(),
                lookup ? Severity.WARNING : Severity.INFO,
                lookup
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
