package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rote.numerics.Derivations;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Drawable;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/**
 * Where the truth lies among the draws, for each of the {@link Quantities}: rank, error in standard deviations, contraction from the prior, scores.
 *
 * <p>One truth is one trial. Its quantities depend on each other, so that a single case can show a gross fault, never calibration.
 *
 * <p>Memory: eight bytes for each draw, of posterior and prior, and quantity.
 */
final class TruthRank implements Diagnostic {

    private final TruthRankConfig config;

    TruthRank(TruthRankConfig config) {
        this.config = config;
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        return subject.truth().isEmpty() && subject.trueModel().isEmpty()
                ? Optional.of("the truth is not known")
                : Optional.empty();
    }

    @Override
    public Examination examine(Case subject) {
        return new Reading(subject);
    }

    private final class Reading implements Examination {

        private final Case subject;
        private final Quantities quantities;
        private final List<double[]> rows = new ArrayList<>();

        Reading(Case subject) {
            this.subject = subject;
            this.quantities = new Quantities(subject, config.quantities());
        }

        @Override
        public void accept(Draws draws) {
            rows.addAll(quantities.of(draws));
        }

        @Override
        public Conclusion conclude() {
            if (rows.size() < 2) {
                return new Conclusion(
                        List.of(Finding.info(
                                "draws",
                                Value.of(rows.size()),
                                "1",
                                "an estimate has no spread to compare its error with")),
                        List.of());
            }
            double[] truth = quantities.ofTruth(subject);
            List<double[]> prior = prior();
            List<Standing> standings = new ArrayList<>();
            for (Quantities.Group group : quantities.groups()) {
                if (!Double.isNaN(truth[group.from()])) {
                    standings.add(standing(group, truth, prior));
                }
            }
            return new TruthEvidence(subject, standings).conclusion();
        }

        private Standing standing(Quantities.Group group, double[] truth, List<double[]> prior) {
            List<Placement> placements = subject.executor().map(group.count(), i -> {
                int q = group.from() + i;
                OptionalDouble variance = prior.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                Moments.of(Quantities.column(prior, q)).variance());
                return Placement.of(Quantities.column(rows, q), truth[q], variance, subject.random("ties", q));
            });
            OptionalDouble priorScore = prior.isEmpty()
                    ? OptionalDouble.empty()
                    : IntStream.range(group.from(), group.from() + group.count())
                            .mapToDouble(q -> Scores.rankedProbability(Quantities.column(prior, q), truth[q]))
                            .average();
            return new Standing(group, placements, priorScore, Scores.energy(rows, truth, group.from(), group.count()));
        }

        private List<double[]> prior() {
            return Derivations.of(subject.posterior().prior(), subject.executor())
                    .capability(Drawable.class)
                    .map(drawable -> subject.executor().map(config.priorDraws(), k -> {
                        double[] point = new double[subject.posterior().space().size()];
                        drawable.draw(subject.random("prior", k), point);
                        return quantities.of(point);
                    }))
                    .orElseGet(List::of);
        }
    }
}
