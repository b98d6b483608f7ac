package org.rote.plugins.sampler.diffusion;

import java.util.Optional;
import org.rote.numerics.Schedule;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The reverse process of the posterior itself.
 *
 * @param schedule noise levels, in process coordinates
 * @param process with or without fresh noise
 * @param scaling process coordinates, those of the prior
 * @param chains chains that run together
 */
public record OracleConfig(
        @Doc("noise levels, in process coordinates") @Default("{ type: vp-cosine, steps: 200 }")
        Schedule schedule,

        @Doc("reverse process without fresh noise (deterministic) or with (ancestral)") @Default("deterministic")
        Reversal process,

        @Doc("process coordinates") @Default("automatic") Scaling scaling,

        @Doc("chains that run together; as many as draws, at most 128, if left out")
        Optional<Integer> chains) {

    /** Checks the ranges. */
    public OracleConfig {
        Chains.verify(chains);
    }
}
