package org.rote.numerics;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.Density;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.Prior;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/**
 * What follows in closed form from the capabilities that an author offers. A capability of his own is never replaced.
 *
 * <table>
 * <caption>Derivations</caption>
 * <tr><th>offered</th><th>derived</th></tr>
 * <tr><td>{@link Atoms}</td><td>{@link Drawable}; {@link NoisyScore} and {@link DenoiserJacobian}, exact: those of a Gaussian around every atom, by {@link MemorizedScore}</td></tr>
 * <tr><td>{@link Components}</td><td>{@link Density}, {@link DifferentiableDensity}, {@link Drawable}, {@link NoisyScore}, {@link DenoiserJacobian}, by {@link GaussianMixture}</td></tr>
 * <tr><td>{@link DifferentiableDensity}</td><td>{@link Density}, the same object</td></tr>
 * </table>
 *
 * <p>The Jacobian of a denoiser is derived only together with its noisy score: a prior with a noisy score of its own, a trained network's, has another denoiser than its atoms.
 *
 * <p>A derivation is made when it is first asked for, and kept. Atoms that are not {@link TrainingModels} already are copied for it.
 */
public final class Derivations {

    private Derivations() {}

    /**
     * A prior with all that follows from its capabilities.
     *
     * @param prior the prior as its author made it
     * @param executor for batches of states
     * @return the same prior with more capabilities
     */
    public static Prior of(Prior prior, RunExecutor executor) {
        return new DerivedPrior(prior, executor);
    }

    /**
     * A distribution with all that follows from its capabilities.
     *
     * @param distribution for example a sampler's closed form
     * @param executor for batches of states
     * @return the same distribution with more capabilities
     */
    public static Distribution of(Distribution distribution, RunExecutor executor) {
        return new Derived(distribution, executor);
    }

    private static class Derived implements Distribution {
        private final Distribution source;
        private final RunExecutor executor;
        private Optional<FromAtoms> atoms = Optional.empty();
        private Optional<GaussianMixture> mixture = Optional.empty();

        Derived(Distribution source, RunExecutor executor) {
            this.source = source;
            this.executor = executor;
        }

        @Override
        public Space space() {
            return source.space();
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            Optional<C> own = source.capability(type);
            return own.isPresent() ? own : derive(type).map(type::cast);
        }

        private Optional<?> derive(Class<?> type) {
            if (type == Density.class) {
                Optional<DifferentiableDensity> density = source.capability(DifferentiableDensity.class);
                return density.isPresent() ? density : mixture();
            }
            if (type == DifferentiableDensity.class) {
                return mixture();
            }
            boolean belongsToItsScore = type == DenoiserJacobian.class
                    && source.capability(NoisyScore.class).isEmpty();
            if (type == Drawable.class || type == NoisyScore.class || belongsToItsScore) {
                Optional<FromAtoms> exact = atoms();
                return exact.isPresent() ? exact : mixture();
            }
            return Optional.empty();
        }

        private synchronized Optional<FromAtoms> atoms() {
            if (atoms.isEmpty()) {
                atoms = source.capability(Atoms.class)
                        .map(support -> new FromAtoms(
                                TrainingModels.of(support, source.space().size()), executor));
            }
            return atoms;
        }

        private synchronized Optional<GaussianMixture> mixture() {
            if (mixture.isEmpty()) {
                mixture = source.capability(Components.class)
                        .map(components -> GaussianMixture.of(source.space(), components, executor));
            }
            return mixture;
        }
    }

    private static final class DerivedPrior extends Derived implements Prior {
        DerivedPrior(Prior source, RunExecutor executor) {
            super(source, executor);
        }
    }

    private static final class FromAtoms implements Drawable, NoisyScore, DenoiserJacobian {
        private final TrainingModels models;
        private final MemorizedScore score;

        FromAtoms(TrainingModels models, RunExecutor executor) {
            this.models = models;
            this.score = new MemorizedScore(models.matrix(), models.weights().logs(), executor);
        }

        @Override
        public void draw(RandomGenerator random, double[] out) {
            models.atom(models.weights().draw(random), out);
        }

        @Override
        public void scores(double[] states, int count, double sigma, double[] out) {
            score.score(states, count, sigma, out);
        }

        @Override
        public void products(double[] states, double[] directions, int count, double sigma, double[] out) {
            score.denoiserJacobian(states, directions, count, sigma, out);
        }
    }
}
