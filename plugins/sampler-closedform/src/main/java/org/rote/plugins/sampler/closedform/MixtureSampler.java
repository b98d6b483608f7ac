package org.rote.plugins.sampler.closedform;

import java.util.random.RandomGenerator;
import org.rote.numerics.posterior.PosteriorMixture;
import org.rote.spi.Chain;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;

/** Draws from the {@link PosteriorMixture}. */
record MixtureSampler(MixtureConfig config, Requirements requires) implements Sampler {

    @Override
    public Chain start(Posterior posterior, SamplerContext context) {
        PosteriorMixture mixture = PosteriorMixture.of(posterior, config.solver(), config.iteration(), context);
        return new IndependentChain(mixture, source(mixture), context);
    }

    private static IndependentChain.Source source(PosteriorMixture mixture) {
        return new IndependentChain.Source() {
            @Override
            public String part() {
                return "component";
            }

            @Override
            public int choose(RandomGenerator random) {
                return mixture.drawComponent(random);
            }

            @Override
            public void place(int part, RandomGenerator random, double[] out) {
                mixture.drawWithin(part, random, out);
            }
        };
    }
}
