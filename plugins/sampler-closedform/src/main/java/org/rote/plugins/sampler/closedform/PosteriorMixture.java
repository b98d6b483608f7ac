package org.rote.plugins.sampler.closedform;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import org.rote.numerics.Covariances;
import org.rote.numerics.Weights;
import org.rote.spi.AffineMapping;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.Evidence;
import org.rote.spi.Posterior;
import org.rote.spi.SamplerContext;
import org.rote.spi.Space;

/**
 * Σ_n w_n N(x; μ_n, Σ_n): the posterior of a Gaussian mixture prior, exact under an affine map and linearized at each prior mean otherwise.
 *
 * <p>Cost for N components, m data, d unknowns: under an affine map with one covariance m products with J and Jᵀ, m³/3 operations and N forward evaluations; otherwise
 * N times min(m, d) products and min(m, d)³/3 operations.
 */
final class PosteriorMixture implements Distribution, Components, Drawable, Evidence {

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

    static PosteriorMixture of(Posterior posterior, Components prior, UpdateRecipe recipe, SamplerContext context) {
        boolean shared = posterior.likelihood().mapping() instanceof AffineMapping && hasOneCovariance(prior);
        UpdatedComponents updated = shared
                ? new SharedUpdate(prior, posterior.likelihood(), recipe, context)
                : new EachUpdate(prior, posterior.likelihood(), recipe, context);
        return new PosteriorMixture(posterior.space(), updated);
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
            return updated.update(n).covariance();
        }
        Covariance known = small.get(n);
        if (known == null) {
            Covariance found = updated.update(n).covariance();
            known = Covariances.dense(space.size(), symmetric(Covariances.toMatrix(found)));
            small.set(n, known);
        }
        return known;
    }

    private double[] symmetric(double[] matrix) {
        int size = space.size();
        double[] mean = new double[matrix.length];
        Arrays.setAll(mean, k -> 0.5 * (matrix[k] + matrix[k % size * size + k / size]));
        return mean;
    }

    /** The component of the next draw. */
    int drawComponent(RandomGenerator random) {
        return weights.draw(random);
    }

    /** A draw from component {@code n}. */
    void drawWithin(int n, RandomGenerator random, double[] out) {
        double[] deviation = GaussianUpdate.drawn(covariance(n), random);
        mean(n, out);
        Vectors.add(out, deviation);
    }

    @Override
    public void draw(RandomGenerator random, double[] out) {
        drawWithin(drawComponent(random), random, out);
    }
}
