package org.rote.plugins.sampler.closedform;

import org.rote.spi.Chain;
import org.rote.spi.Density;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;

/** The reference posterior on a grid; see {@link GridPosterior}. */
record QuadratureSampler(QuadratureConfig config) implements Sampler {

    @Override
    public Requirements requires() {
        return Requirements.none().andPrior(Density.class).andDimensionAtMost(2);
    }

    @Override
    public Chain start(Posterior posterior, SamplerContext context) {
        GridPosterior grid = GridPosterior.of(posterior, config, context);
        return new IndependentChain(grid, grid, context);
    }
}
