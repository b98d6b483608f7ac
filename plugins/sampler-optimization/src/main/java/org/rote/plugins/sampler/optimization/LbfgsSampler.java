package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rote.plugins.sampler.optimization.quasinewton.Box;
import org.rote.spi.Chain;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;
import org.rote.spi.Space;

/**
 * Minimizes the misfit, and with it minus the log prior density where asked, stage by stage.
 *
 * @param config the section
 * @param start where to begin, if not at the mean of the prior
 * @param box the bounds
 * @param firstChange largest change of an unknown that is tried first
 */
record LbfgsSampler(LbfgsConfig config, Optional<double[]> start, Box box, Optional<Double> firstChange)
        implements Sampler {

    @Override
    public Requirements requires() {
        return config.prior() == PriorRole.INCLUDED
                ? Requirements.none().andPrior(List.of(DifferentiableDensity.class), "give prior: ignored")
                : Requirements.none();
    }

    @Override
    public List<String> unmet(Posterior posterior) {
        List<String> unmet = new ArrayList<>(requires().unmet(posterior));
        Space data = posterior.likelihood().mapping().range();
        for (Stage stage : config.stages()) {
            stage.lowPass()
                    .flatMap(corner -> TimeFilter.objection(data, corner))
                    .ifPresent(unmet::add);
        }
        config.fixedAbove()
                .flatMap(depth -> FixedTop.objection(posterior.space(), depth))
                .ifPresent(unmet::add);
        if (start.isEmpty() && !Starts.hasMean(posterior.prior())) {
            unmet.add("needs a start, as the mean of this prior is not known; give start");
        }
        return unmet;
    }

    @Override
    public Chain start(Posterior posterior, SamplerContext context) {
        double[] from = start.orElseGet(() -> Starts.mean(posterior.prior()));
        return new LbfgsChain(this, posterior, Starts.inside(box, from, context), context);
    }
}
