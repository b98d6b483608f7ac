package org.rote.plugins.sampler.closedform;

import java.util.random.RandomGenerator;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.Evidence;
import org.rote.spi.Likelihood;
import org.rote.spi.SamplerContext;
import org.rote.spi.Space;

/** Σ_n w_n δ(x − x_n) with w_n ∝ π_n p(y | x_n): the posterior under an empirical prior, exact. Cost: N forward evaluations. */
final class ReweightedAtoms implements Distribution, Atoms, Drawable, Evidence, IndependentChain.Source {

    private static final int BLOCK = 64;

    private final Space space;
    private final Atoms prior;
    private final Weights weights;
    private final double logEvidence;

    ReweightedAtoms(Atoms prior, Likelihood likelihood, SamplerContext context) {
        this.space = likelihood.mapping().domain();
        this.prior = prior;
        double[] logWeights = new double[prior.count()];
        Blocks.forEach("weighing training models", prior.count(), BLOCK, context, n -> {
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
        prior.atom(weights.draw(random), out);
    }

    @Override
    public String part() {
        return "atom";
    }

    @Override
    public int choose(RandomGenerator random) {
        return weights.draw(random);
    }

    @Override
    public void place(int part, RandomGenerator random, double[] out) {
        prior.atom(part, out);
    }
}
