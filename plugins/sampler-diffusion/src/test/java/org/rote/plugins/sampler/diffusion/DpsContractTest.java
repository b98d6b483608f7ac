package org.rote.plugins.sampler.diffusion;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.Schedule;
import org.rote.spi.Sampler;
import org.rote.testkit.KnownPosterior;
import org.rote.testkit.SamplerContract;

/** Moment matching is exact for Gaussian priors and linear operators. */
class DpsContractTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new DpsSampler(new DpsConfig(
                new Schedule.VpCosine(0.008, 200),
                Reversal.DETERMINISTIC,
                Scaling.AUTOMATIC,
                new Step.MomentMatching(3),
                Jacobian.EXACT,
                Optional.of(50)));
    }

    @Override
    protected List<KnownPosterior> posteriors() {
        return KnownPosterior.all().stream()
                .filter(known -> known.name().endsWith("under a Gaussian prior"))
                .toList();
    }

    @Override
    protected int draws() {
        return 1000;
    }

    /** Two hundred steps of first order: 1 to 2 percent of a variance, seen with 4 000 draws. */
    @Override
    protected double bias() {
        return 0.02;
    }
}
