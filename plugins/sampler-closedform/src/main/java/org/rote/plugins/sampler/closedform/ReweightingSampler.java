package org.rote.plugins.sampler.closedform;

import java.util.random.RandomGenerator;
import org.rote.numerics.posterior.ReweightedAtoms;
import org.rote.spi.Atoms;
import org.rote.spi.Chain;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;

/** Draws from the {@link ReweightedAtoms}. */
record ReweightingSampler() implements Sampler {

    @Override
    public Requirements requires() {
        return Requirements.none().andPrior(Atoms.class);
    }

    @Override
    public Chain start(Posterior posterior, SamplerContext context) {
        Atoms atoms = posterior
                .prior()
                .capability(Atoms.class)
                .orElseThrow(() -> new IllegalArgumentException("the prior has no atoms"));
        ReweightedAtoms reweighted = new ReweightedAtoms(atoms, posterior.likelihood(), context);
        return new IndependentChain(reweighted, source(reweighted), context);
    }

    private static IndependentChain.Source source(ReweightedAtoms reweighted) {
        return new IndependentChain.Source() {
            @Override
            public String part() {
                return "atom";
            }

            @Override
            public int choose(RandomGenerator random) {
                return reweighted.drawAtom(random);
            }

            @Override
            public void place(int part, RandomGenerator random, double[] out) {
                reweighted.atom(part, out);
            }
        };
    }
}
