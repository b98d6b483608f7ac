package org.rote.numerics.posterior;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.random.RandomGenerator;
import org.rote.numerics.Covariances;
import org.rote.numerics.Vectors;
import org.rote.numerics.Weights;
import org.rote.spi.AffineMapping;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.Evidence;
import org.rote.spi.GaussianNoise;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.SamplerContext;
import org.rote.spi.Space;

/**
 * Σ_n w_n N(x; μ_n, Σ_n): the posterior of a Gaussian mixture prior Σ_n π_n N(x; m_n, C_n) under Gaussian noise N(0, Γ), exact under an affine map and linearized at each prior mean otherwise.
 *
 * <pre>
 *   S_n = J_n C_n J_nᵀ + Γ                         J_n = F′(m_n)
 *   μ_n = m_n + C_n J_nᵀ S_n⁻¹ (y − F(m_n))
 *   Σ_n = C_n − C_n J_nᵀ S_n⁻¹ J_n C_n
 *   w_n ∝ π_n N(y; F(m_n), S_n)                    with its determinant
 * </pre>
 *
 * <p>Cost for N components, m data, d unknowns: under an affine map with one covariance m products with J and Jᵀ, m³/3 operations and N forward evaluations; otherwise
 * N times min(m, d) products and min(m, d)³/3 operations. Memory: N d numbers, and 128 MiB of Jacobians and factors at most where a covariance is its own; what does not fit is computed again when it
 * is asked for. Immutable; safe to use from several threads at once.
 *
 * <p>Source: Siahkoohi and Sabeddu (2026), arXiv 2603.19629, eq. 7; the determinant is left out in the published code.
 */
public final class PosteriorMixture implements Distribution, Components, Drawable, Evidence {

    /** Covariances of at most this many unknowns are kept as matrices: cheap, and exactly symmetric. */
    private static final int SMALL = 32;

    private final Space space;
    private final UpdatedComponents updated;
    private final Weights weights;
    private final double logEvidence;
    private final AtomicReferenceArray<Covariance> small;

    private PosteriorMixture(Space space, UpdatedComponents updated) {
        this.space = space;
        this.updated = updated;
        double[] logWeights = updated.logWeights();
        this.weights = Weights.ofLogs(logWeights);
        this.logEvidence = Weights.logSumExp(logWeights);
        this.small = new AtomicReferenceArray<>(space.size() <= SMALL ? logWeights.length : 0);
    }

    /**
     * Updates every component by the data.
     *
     * @param posterior prior with {@link Components}, and {@link GaussianNoise}
     * @param solver with or without matrices
     * @param iteration when solves without matrices end
     * @param context lends executor, progress and randomness; is warned when log determinants are estimates
     * @return the mixture
     * @throws IllegalArgumentException when the prior has no components or the noise is not Gaussian
     * @throws NumericsException when F cannot be evaluated at a mean, a matrix is not positive definite or too large, or a solve does not converge
     */
    public static PosteriorMixture of(Posterior posterior, Solver solver, Iteration iteration, SamplerContext context) {
        Components prior = posterior
                .prior()
                .capability(Components.class)
                .orElseThrow(() -> new IllegalArgumentException("the prior has no components"));
        if (!(posterior.likelihood().noise() instanceof GaussianNoise noise)) {
            throw new IllegalArgumentException("the noise is not Gaussian");
        }
        UpdateRecipe recipe = new UpdateRecipe(
                solver,
                iteration,
                posterior.likelihood().mapping(),
                noise.covariance(),
                context,
                new DoubleAccumulator(Math::max, 0));
        recipe.verify();
        PosteriorMixture mixture;
        try {
            mixture = new PosteriorMixture(posterior.space(), updated(posterior, prior, recipe, context));
        } catch (NumericsException e) {
            throw new NumericsException("the mixture posterior cannot be computed: " + e.getMessage(), e);
        }
        if (recipe.isIterative()) {
            context.warn(String.format(
                    Locale.ROOT,
                    "log determinants of the data covariance are estimated from %d random probes with a standard error"
                            + " of at most %.3g; log weights are uncertain by half of that (iteration.probes narrows it)",
                    iteration.probes(),
                    recipe.worstStandardError().get()));
        }
        return mixture;
    }

    private static UpdatedComponents updated(
            Posterior posterior, Components prior, UpdateRecipe recipe, SamplerContext context) {
        boolean shared = posterior.likelihood().mapping() instanceof AffineMapping && hasOneCovariance(prior);
        return shared
                ? new SharedUpdate(prior, posterior.likelihood(), recipe, context)
                : new EachUpdate(prior, posterior.likelihood(), recipe, context);
    }

    @SuppressWarnings("ReferenceEquality") // the contract: components that share a covariance hand out the same object
    private static boolean hasOneCovariance(Components prior) {
        Covariance first = prior.covariance(0);
        for (int n = 1; n < prior.count(); n++) {
            if (prior.covariance(n) != first) {
                return false;
            }
        }
        return true;
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
    public double logEvidence() {
        return logEvidence;
    }

    @Override
    public void mean(int n, double[] out) {
        updated.mean(n, out);
    }

    @Override
    public Covariance covariance(int n) {
        if (small.length() == 0) {
            return updated.covariance(n);
        }
        int place = updated.share() ? 0 : n;
        Covariance known = small.get(place);
        if (known == null) {
            Covariance found = updated.covariance(n);
            known = Covariances.dense(space.size(), symmetric(Covariances.toMatrix(found)));
            // Another thread may have been first: all must hand out the same object.
            Covariance first = small.compareAndExchange(place, null, known);
            known = first == null ? known : first;
        }
        return known;
    }

    private double[] symmetric(double[] matrix) {
        int size = space.size();
        double[] mean = new double[matrix.length];
        Arrays.setAll(mean, k -> 0.5 * (matrix[k] + matrix[k % size * size + k / size]));
        return mean;
    }

    /**
     * Draws the number of a component.
     *
     * @param random the source of randomness; one double is taken
     * @return n with probability w_n
     */
    public int drawComponent(RandomGenerator random) {
        return weights.draw(random);
    }

    /**
     * Draws from one component.
     *
     * @param n number of the component, from 0
     * @param random the source of randomness
     * @param out receives a draw from N(μ_n, Σ_n); overwritten whole
     */
    public void drawWithin(int n, RandomGenerator random, double[] out) {
        double[] deviation = GaussianUpdate.drawn(covariance(n), random);
        mean(n, out);
        Vectors.add(out, deviation);
    }

    @Override
    public void draw(RandomGenerator random, double[] out) {
        drawWithin(drawComponent(random), random, out);
    }
}
