package org.rote.plugins.sampler.diffusion;

import java.util.Optional;
import org.rote.numerics.Schedule;
import org.rote.spi.Sampler;
import org.rote.testkit.SamplerContract;

/** The posterior's own process, for Gaussians, mixtures and atoms. */
class OracleContractTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new OracleSampler(new OracleConfig(
                new Schedule.VpCosine(0.008, 200), Reversal.DETERMINISTIC, Scaling.AUTOMATIC, Optional.of(50)));
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
