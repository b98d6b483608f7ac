package org.rote.numerics.posterior;

import java.util.random.RandomGenerator;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.Evidence;
import org.rote.spi.Likelihood;
import org.rote.spi.SamplerContext;
import org.rote.spi.Space;

/**
 * Σ_n w_n δ(x − x_n) with w_n ∝ π_n p(y | x_n): the posterior under an empirical prior Σ_n π_n δ(x − x_n), exact for any operator and any noise. Its evidence is Σ_n π_n p(y | x_n).
 *
 * <p>Weights are kept as logarithms. Cost: N forward evaluations when it is made, spread over the executor. Memory: N numbers beside the atoms. Immutable; safe to use from several threads at once.
 *
 * <p>Source: Siahkoohi and Sabeddu (2026), arXiv 2603.19629, the limit σ → 0 of eq. 6.
 */
public final class ReweightedAtoms implements Distribution, Atoms, Drawable, Evidence {

    private final Space space;
    private final Atoms prior;
    private final Weights weights;
    private final double logEvidence;

    /**
     * Weighs every atom by the likelihood.
     *
     * @param prior the atoms with their weights π_n; kept
     * @param likelihood p(y | x); not asked at an atom of weight zero
     * @param context lends executor and progress
     * @throws org.rote.spi.NumericsException when F cannot be evaluated at an atom, a weight is not finite, or all are zero
     */
    public ReweightedAtoms(Atoms prior, Likelihood likelihood, SamplerContext context) {
        this.space = likelihood.mapping().domain();
        this.prior = prior;
        double[] logWeights = new double[prior.count()];
        LongWork.forEach("weighing training models", prior.count(), context, n -> {
            logWeights[n] = logWeight(n, likelihood);
        });
        this.weights = Weights.ofLogs(logWeights);
        this.logEvidence = Weights.logSumExp(logWeights);
    }

    // As outside a density's support, F is not asked at an atom without weight.
    private double logWeight(int n, Likelihood likelihood) {
        if (prior.logWeight(n) == Double.NEGATIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double[] atom = new double[space.size()];
        prior.atom(n, atom);
        return prior.logWeight(n) + likelihood.logDensity(atom);
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public int count() {
        return prior.count();
    }

    @Override
    public void atom(int n, double[] out) {
        prior.atom(n, out);
    }

    @Override
    public double logWeight(int n) {
        return weights.log(n);
    }

    @Override
    public String identity() {
        return prior.identity();
    }

    @Override
    public double logEvidence() {
        return logEvidence;
    }

    @Override
    public void draw(RandomGenerator random, double[] out) {
        prior.atom(drawAtom(random), out);
    }

    /**
     * Draws the number of an atom.
     *
     * @param random the source of randomness; one double is taken
     * @return n with probability w_n
     */
    public int drawAtom(RandomGenerator random) {
        return weights.draw(random);
    }
}
