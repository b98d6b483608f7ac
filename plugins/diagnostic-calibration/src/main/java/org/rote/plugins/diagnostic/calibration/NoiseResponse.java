package org.rote.plugins.diagnostic.calibration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.rote.spi.Case;
import org.rote.spi.Draws;
import org.rote.spi.Pool;
import org.rote.spi.PooledDiagnostic;
import org.rote.spi.Posterior;

/**
 * How the spread of draws answers to the noise level γ, over cases that differ in their noise (and truth) alone. A posterior narrows with γ wherever data say something: for a Gaussian one, of variances v_i along the directions
 * in which the data are independent, d log spread / d log γ = Σ v_i c_i / Σ v_i with contractions c_i between 0 (the data say nothing) and 1. What does not answer to γ is no posterior.
 *
 * <p>Cost for a case: two sums for each unknown, an application of the operator to up to {@code predictions} draws, and the posterior's own spread where there is a closed form.
 */
final class NoiseResponse implements PooledDiagnostic<SpreadDigest> {

    /** Noise levels that are nearer to each other tell nothing. */
    static final double LEAST_RATIO = 1.5;

    private final NoiseResponseConfig config;

    NoiseResponse(NoiseResponseConfig config) {
        this.config = config;
    }

    @Override
    public Set<String> over() {
        return Set.of("noise", "truth");
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        return Optional.empty();
    }

    @Override
    public Digestion<SpreadDigest> examine(Case subject) {
        return new Reading(subject);
    }

    @Override
    public Optional<String> inapplicable(Pool<SpreadDigest> pool) {
        if (pool.members().stream().anyMatch(member -> member.digest().draws() < 2)) {
            return Optional.of("an estimate has no spread");
        }
        double[] noises = pool.members().stream()
                .mapToDouble(member -> member.digest().noise())
                .sorted()
                .toArray();
        return noises[noises.length - 1] < LEAST_RATIO * noises[0]
                ? Optional.of("it takes noise levels of which one is at least " + LEAST_RATIO
                        + " times another; give the study several under \"noises\"")
                : Optional.empty();
    }

    @Override
    public Conclusion conclude(Pool<SpreadDigest> pool) {
        return new ResponseEvidence(
                        NoiseLevel.of(pool), pool.members().get(0).digest().units())
                .conclusion();
    }

    private final class Reading implements Digestion<SpreadDigest> {

        private final Case subject;
        private final RunningSpread spread;
        private final EvenDraws kept;

        Reading(Case subject) {
            this.subject = subject;
            int size = subject.posterior().space().size();
            this.spread = new RunningSpread(size);
            this.kept = new EvenDraws(size, config.predictions());
        }

        @Override
        public void accept(Draws draws) {
            int size = subject.posterior().space().size();
            for (int k = 0; k < draws.count(); k++) {
                spread.add(draws.values(), k * size);
            }
            kept.add(draws);
        }

        @Override
        public Conclusion conclude() {
            return new Conclusion(List.of(), List.of());
        }

        @Override
        public SpreadDigest digest() {
            Posterior posterior = subject.posterior();
            double noise = ExactSpread.ofNoise(subject);
            return spread.count() < 2
                    ? new SpreadDigest(
                            noise, spread.count(), 0, OptionalDouble.empty(), OptionalDouble.empty(), units(posterior))
                    : new SpreadDigest(
                            noise,
                            spread.count(),
                            spread.rootMeanSquare(),
                            ExactSpread.of(subject, config.references()),
                            predicted(posterior, noise),
                            units(posterior));
        }

        private static SpreadDigest.Units units(Posterior posterior) {
            return new SpreadDigest.Units(
                    posterior.likelihood().noise().space().unit(),
                    posterior.space().unit());
        }

        private OptionalDouble predicted(Posterior posterior, double noise) {
            List<double[]> draws = kept.apart(1);
            if (draws.size() < 2) {
                return OptionalDouble.empty();
            }
            int size = posterior.likelihood().mapping().range().size();
            List<double[]> predictions = subject.executor().map(draws.size(), k -> {
                double[] data = new double[size];
                posterior.likelihood().mapping().forward(draws.get(k), data);
                return data;
            });
            RunningSpread of = new RunningSpread(size);
            predictions.forEach(data -> of.add(data, 0));
            return OptionalDouble.of(of.rootMeanSquare() / noise);
        }
    }
}
