package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.Derivations;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Drawable;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/**
 * Whether draws can be told from draws of a sibling's closed form, where the posterior lives: maximum mean discrepancy and classifiers, each beside what it is when labels are dealt at random.
 *
 * <p>Of more draws than asked for an evenly spread part is compared. Memory: eight bytes for each of their numbers, twice, and for each pair.
 */
final class TwoSample implements Diagnostic {

    /** Fewer draws cannot be told apart from anything. */
    private static final int LEAST = 20;

    private final TwoSampleConfig config;

    TwoSample(TwoSampleConfig config) {
        this.config = config;
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        if (reference(subject).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                config.reference()
                        .map(name -> name.equals(subject.parts().get("sampler"))
                                ? "this is the reference itself"
                                : "the study has no sampler \"" + name
                                        + "\" on this posterior that gives a closed form to draw from")
                        .orElse(
                                "no other sampler of the study gives a closed form of this posterior that can be drawn from; add one, such as \"reweighting\" or \"linearized-mixture\""));
    }

    private Optional<Case> reference(Case subject) {
        return subject.siblings().stream()
                .filter(sibling -> config.reference()
                        .map(name -> name.equals(sibling.parts().get("sampler")))
                        .orElse(true))
                .filter(sibling -> drawable(sibling).isPresent())
                .findFirst();
    }

    private static Optional<Drawable> drawable(Case sibling) {
        return sibling.solution()
                .flatMap(
                        solution -> Derivations.of(solution, sibling.executor()).capability(Drawable.class));
    }

    @Override
    public Examination examine(Case subject) {
        Case reference = reference(subject).orElseThrow();
        return new Comparison(subject, reference.name(), drawable(reference).orElseThrow());
    }

    private final class Comparison implements Examination {

        private final Case subject;
        private final String reference;
        private final Drawable drawable;
        private final int size;
        private final List<double[]> kept = new ArrayList<>();
        private long stride = 1;
        private long seen;

        Comparison(Case subject, String reference, Drawable drawable) {
            this.subject = subject;
            this.reference = reference;
            this.drawable = drawable;
            this.size = subject.posterior().space().size();
        }

        @Override
        public void accept(Draws draws) {
            for (int k = 0; k < draws.count(); k++) {
                if (seen++ % stride == 0) {
                    kept.add(Arrays.copyOfRange(draws.values(), k * size, (k + 1) * size));
                }
                if (kept.size() == 2 * config.draws()) {
                    for (int i = kept.size() - 1; i > 0; i -= 2) {
                        kept.remove(i);
                    }
                    stride *= 2;
                }
            }
        }

        @Override
        public Conclusion conclude() {
            if (kept.size() < LEAST) {
                return new Conclusion(
                        List.of(Finding.info(
                                "draws",
                                Value.of(kept.size()),
                                "1",
                                "too few to be told apart from anything, it takes at least " + LEAST)),
                        List.of());
            }
            int count = Math.min(kept.size(), config.draws());
            double[][] pool = new double[2 * count][];
            for (int k = 0; k < count; k++) {
                pool[k] = kept.get((int) ((long) k * kept.size() / count));
                pool[count + k] = new double[size];
            }
            subject.executor().forEach(count, k -> drawable.draw(subject.random("reference", k), pool[count + k]));
            return new TwoSampleEvidence(subject, reference, pool, config.permutations()).conclusion();
        }
    }
}
