package org.rote.plugins.sampler.closedform;

import java.util.Locale;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.random.RandomGenerator;
import org.rote.spi.Chain;
import org.rote.spi.Components;
import org.rote.spi.GaussianNoise;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;

/** Draws from the {@link PosteriorMixture}. */
record MixtureSampler(MixtureConfig config, Requirements requires) implements Sampler {

    @Override
    public Chain start(Posterior posterior, SamplerContext context) {
        Components prior = posterior
                .prior()
                .capability(Components.class)
                .orElseThrow(() -> new IllegalArgumentException("the prior has no components"));
        GaussianNoise noise = (GaussianNoise) posterior.likelihood().noise();
        UpdateRecipe recipe = new UpdateRecipe(
                config.solver(),
                config.iteration(),
                posterior.likelihood().mapping(),
                noise.covariance(),
                context,
                new DoubleAccumulator(Math::max, 0));
        recipe.verify();
        PosteriorMixture mixture;
        try {
            mixture = PosteriorMixture.of(posterior, prior, recipe, context);
        } catch (NumericsException e) {
            throw new NumericsException("the mixture posterior cannot be computed: " + e.getMessage(), e);
        }
        if (recipe.isIterative()) {
            context.warn(String.format(
                    Locale.ROOT,
                    "log determinants of the data covariance are estimated from %d random probes with a standard error"
                            + " of at most %.3g; log weights are uncertain by half of that (iteration.probes narrows it)",
                    config.iteration().probes(),
                    recipe.worstStandardError().get()));
        }
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
