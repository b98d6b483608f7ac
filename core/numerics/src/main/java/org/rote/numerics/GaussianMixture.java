package org.rote.numerics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/**
 * p(x) = Σ_n w_n N(x; μ_n, C_n) with everything that follows from it in closed form.
 *
 * <p>With r_n(x) ∝ w_n N(x; μ_n, C_n), Σ_n r_n = 1, the score is Σ_n r_n C_n⁻¹ (μ_n − x). Adding noise N(0, σ² I) gives the mixture with covariances C_n + σ² I ({@link
 * #convolved}), whose score is the noisy score; the Jacobian of its denoiser is Σ_n r_n [C_n K_n⁻¹ + σ² (s_n − s) (s_n − s)ᵀ] with K_n = C_n + σ² I, s_n = K_n⁻¹ (μ_n − x) and s = Σ_n r_n s_n. All sums are taken in logarithms.
 *
 * <p>Cost of one density or score: N solves with a covariance, and N means read; components that share a covariance object (the same reference) share its solve in the
 * score. A product with the Jacobian costs 2N solves. Batches are spread over the executor. Memory: nothing beside the components but N numbers; N + 2d for each state at work. Many components that all have the covariance v I
 * are copied into a {@link TrainingMatrix} and their sums left to {@link MemorizedScore}, where cost and accuracy are stated. Immutable; safe to use from several threads at
 * once.
 */
public final class GaussianMixture
        implements Distribution, Components, DifferentiableDensity, NoisyScore, DenoiserJacobian, Drawable {

    /** Numbers in all means from which on blocked sums pay. */
    private static final int BLOCKED = 1 << 14;

    private final Space space;
    private final Components components;
    private final Weights weights;
    private final MixtureSums sums;

    private GaussianMixture(Space space, Components components, Weights weights, MixtureSums sums) {
        this.space = space;
        this.components = components;
        this.weights = weights;
        this.sums = sums;
    }

    /**
     * The mixture of given components.
     *
     * @param space where x lives
     * @param components weights, means, covariances; kept, so they must not change
     * @param executor for batches of states
     * @return the mixture
     * @throws IllegalArgumentException when a covariance is not of the size of the space
     */
    public static GaussianMixture of(Space space, Components components, RunExecutor executor) {
        if (components instanceof GaussianMixture mixture) {
            return mixture;
        }
        double[] logs = new double[components.count()];
        Arrays.setAll(logs, components::logWeight);
        Weights weights = Weights.ofLogs(logs);
        for (int n = 0; n < logs.length; n++) {
            if (components.covariance(n).size() != space.size()) {
                throw new IllegalArgumentException("covariance of component " + n + " is of size "
                        + components.covariance(n).size() + ", the space of size " + space.size());
            }
        }
        MixtureSums sums = blocked(components, weights, space.size(), executor)
                .orElseGet(() -> ComponentSums.of(components, weights, executor));
        return new GaussianMixture(space, components, weights, sums);
    }

    private static Optional<MixtureSums> blocked(
            Components components, Weights weights, int size, RunExecutor executor) {
        OptionalDouble shared = sharedVariance(components);
        if ((long) weights.count() * size < BLOCKED || shared.isEmpty()) {
            return Optional.empty();
        }
        TrainingMatrix means;
        if (components instanceof Around around) {
            means = TrainingModels.of(around.atoms(), size).matrix();
        } else {
            TrainingMatrixBuilder builder = TrainingMatrix.builder(weights.count(), size);
            double[] mean = new double[size];
            for (int n = 0; n < weights.count(); n++) {
                components.mean(n, mean);
                builder.add(mean);
            }
            means = builder.build();
        }
        return Optional.of(new IsotropicSums(
                new MemorizedScore(means, weights.logs(), executor),
                new IsotropicCovariance(size, shared.getAsDouble())));
    }

    private static OptionalDouble sharedVariance(Components components) {
        OptionalDouble shared = Covariances.isotropicVariance(components.covariance(0));
        for (int n = 1; n < components.count() && shared.isPresent(); n++) {
            if (!Covariances.isotropicVariance(components.covariance(n)).equals(shared)) {
                return OptionalDouble.empty();
            }
        }
        return shared;
    }

    /**
     * A finite distribution after noise N(0, v I) was added: a component at every atom.
     *
     * @param atoms the atoms; kept
     * @param space where x lives
     * @param variance v in squared model units, greater than 0
     * @param executor for batches of states
     * @return the mixture
     */
    public static GaussianMixture around(Atoms atoms, Space space, double variance, RunExecutor executor) {
        return of(space, new Around(atoms, Covariances.isotropic(space.size(), variance)), executor);
    }

    private record Around(Atoms atoms, Covariance shared) implements Components {
        @Override
        public int count() {
            return atoms.count();
        }

        @Override
        public double logWeight(int n) {
            return atoms.logWeight(n);
        }

        @Override
        public void mean(int n, double[] out) {
            atoms.atom(n, out);
        }

        @Override
        public Covariance covariance(int n) {
            return shared;
        }
    }

    /**
     * The distribution of x + ε, ε ~ N(0, v I).
     *
     * @param variance v in squared model units, at least 0
     * @return the mixture with the same weights and means and covariances C_n + v I
     */
    public GaussianMixture convolved(double variance) {
        return new GaussianMixture(space, components, weights, sums.convolved(variance));
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public int count() {
        return weights.count();
    }

    @Override
    public double logWeight(int n) {
        return weights.log(n);
    }

    @Override
    public void mean(int n, double[] out) {
        components.mean(n, out);
    }

    @Override
    public Covariance covariance(int n) {
        return sums.covariance(n);
    }

    @Override
    public double logDensity(double[] x) {
        return sums.logDensity(x);
    }

    @Override
    public void score(double[] x, double[] out) {
        sums.scores(x, 1, out);
    }

    /**
     * Scores of several states.
     *
     * @param states {@code count} states, one after another; not modified
     * @param count number of states
     * @param out receives {@code count} scores, one after another; overwritten
     */
    public void scores(double[] states, int count, double[] out) {
        sums.scores(states, count, out);
    }

    @Override
    public void scores(double[] states, int count, double sigma, double[] out) {
        sums.convolved(sigma * sigma).scores(states, count, out);
    }

    @Override
    public void products(double[] states, double[] directions, int count, double sigma, double[] out) {
        sums.denoiserJacobian(sigma * sigma, states, directions, count, out);
    }

    @Override
    public void draw(RandomGenerator random, double[] out) {
        int n = weights.draw(random);
        Covariance covariance = covariance(n);
        double[] z = new double[covariance.rootSize()];
        Arrays.setAll(z, i -> random.nextGaussian());
        double[] mean = new double[space.size()];
        components.mean(n, mean);
        covariance.root(z, out);
        for (int i = 0; i < mean.length; i++) {
            out[i] += mean[i];
        }
    }
}
