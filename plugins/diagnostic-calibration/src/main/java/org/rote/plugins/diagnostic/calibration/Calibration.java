package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.rote.spi.Case;
import org.rote.spi.Density;
import org.rote.spi.Draws;
import org.rote.spi.Pool;
import org.rote.spi.PooledDiagnostic;
import org.rote.spi.Posterior;

/**
 * Simulation-based calibration over many truths (Talts, Betancourt, Simpson, Vehtari &amp; Gelman, 2018): where truths are drawn from the prior and data from the noise, a truth is as one of the draws of its posterior, so that
 * its rank among them is uniform, by whatever number truth and draws are ranked. Ranked are the {@link Quantities} one by one, and by numbers of all unknowns together: log posterior, log likelihood (Modrák et al., 2023) and the
 * distance from a random point ({@link RandomPoint}).
 *
 * <p>Of each case it keeps ranks, errors, spreads and scores. Cost for a case: as {@link TruthRank}, and an application of the operator to up to {@code densities} draws.
 */
final class Calibration implements PooledDiagnostic<TruthDigest> {

    /** Names of the ranks that say something of all unknowns together. */
    static final String LOG_POSTERIOR = "log-posterior";

    static final String LOG_LIKELIHOOD = "log-likelihood";
    static final String RANDOM_POINT = "tarp";

    /** Fewer truths have no distribution to look at. */
    static final int LEAST_TRUTHS = 8;

    private final CalibrationConfig config;

    Calibration(CalibrationConfig config) {
        this.config = config;
    }

    @Override
    public Set<String> over() {
        return Set.of("truth");
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        return subject.truth().isEmpty() && subject.trueModel().isEmpty()
                ? Optional.of("the truth is not known")
                : Optional.empty();
    }

    @Override
    public Digestion<TruthDigest> examine(Case subject) {
        return new Reading(subject);
    }

    @Override
    public Optional<String> inapplicable(Pool<TruthDigest> pool) {
        int count = pool.members().size();
        if (count < LEAST_TRUTHS) {
            return Optional.of("calibration takes at least " + LEAST_TRUTHS + " truths, here are " + count
                    + "; give the observation \"truths\" or \"truths-from-prior\"");
        }
        OptionalInt least = pool.members().stream()
                .mapToInt(member -> member.digest().draws())
                .min();
        return least.getAsInt() < 2
                ? Optional.of("an estimate has no spread to compare its error with")
                : Optional.empty();
    }

    @Override
    public Conclusion conclude(Pool<TruthDigest> pool) {
        return new CalibrationEvidence(pool, Truths.of(pool)).conclusion();
    }

    private final class Reading implements Digestion<TruthDigest> {

        private final Case subject;
        private final Quantities quantities;
        private final Chains chains = new Chains();
        private final List<double[]> rows = new ArrayList<>();
        private final EvenDraws points;

        Reading(Case subject) {
            this.subject = subject;
            this.quantities = new Quantities(subject, config.quantities());
            this.points = new EvenDraws(
                    subject.posterior().space().size(), subject.truth().isPresent() ? config.densities() : 0);
        }

        @Override
        public void accept(Draws draws) {
            chains.add(draws);
            points.add(draws);
            rows.addAll(quantities.of(draws));
        }

        /** What one truth can tell is the business of {@link TruthRank}. */
        @Override
        public Conclusion conclude() {
            return new Conclusion(List.of(), List.of());
        }

        @Override
        public TruthDigest digest() {
            if (rows.size() < 2) {
                return new TruthDigest(rows.size(), List.of(), Map.of(), subject.isTruthOfPosterior(), labels());
            }
            int spacing = chains.spacing(rows);
            List<double[]> apart = new ArrayList<>();
            for (int k = 0; k < rows.size(); k += spacing) {
                apart.add(rows.get(k));
            }
            double[] truth = quantities.ofTruth(subject);
            List<Standing> standings = new ArrayList<>();
            Map<String, Double> joint = new LinkedHashMap<>();
            for (Quantities.Group group : quantities.groups()) {
                if (!Double.isNaN(truth[group.from()])) {
                    standings.add(standing(group, truth, apart));
                }
            }
            quantities.groups().stream()
                    .filter(group -> !Double.isNaN(truth[group.from()]))
                    .findFirst()
                    .ifPresent(group ->
                            joint.put(RANDOM_POINT, RandomPoint.rank(apart, truth, group, subject.random("point", 0))));
            densities(points.apart(spacing), joint);
            return new TruthDigest(apart.size(), standings, joint, subject.isTruthOfPosterior(), labels());
        }

        private Standing standing(Quantities.Group group, double[] truth, List<double[]> apart) {
            List<Placement> placements = subject.executor().map(group.count(), i -> {
                int q = group.from() + i;
                return Placement.of(
                        Quantities.column(apart, q), truth[q], OptionalDouble.empty(), subject.random("ties", q));
            });
            return new Standing(
                    group,
                    placements,
                    OptionalDouble.empty(),
                    Scores.energy(apart, truth, group.from(), group.count()));
        }

        private void densities(List<double[]> draws, Map<String, Double> joint) {
            if (draws.size() < 2 || subject.truth().isEmpty()) {
                return;
            }
            Posterior posterior = subject.posterior();
            double[] truth = subject.truth().orElseThrow();
            RandomGenerator random = subject.random("densities", 0);
            double own = posterior.likelihood().logDensity(truth);
            List<Double> likelihoods = subject.executor()
                    .map(draws.size(), k -> posterior.likelihood().logDensity(draws.get(k)));
            joint.put(LOG_LIKELIHOOD, Ranks.of(array(likelihoods), own, random));
            posterior.prior().capability(Density.class).ifPresent(prior -> {
                double[] sums = new double[draws.size()];
                for (int k = 0; k < sums.length; k++) {
                    sums[k] = likelihoods.get(k) + prior.logDensity(draws.get(k));
                }
                joint.put(LOG_POSTERIOR, Ranks.of(sums, own + prior.logDensity(truth), random));
            });
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private TruthDigest.Labels labels() {
            Map<String, List<String>> names = new HashMap<>();
            Map<String, String> units = new HashMap<>();
            for (Quantities.Group group : quantities.groups()) {
                List<String> own = new ArrayList<>();
                for (int i = 0; i < group.count(); i++) {
                    own.add(quantities.name(group.from() + i));
                }
                names.put(group.key(), own);
                units.put(
                        group.key(),
                        group.key().equals("coordinates")
                                ? subject.posterior().space().unit()
                                : Quantities.unit(subject));
            }
            return new TruthDigest.Labels(names, units, quantities.axes());
        }
    }
}
