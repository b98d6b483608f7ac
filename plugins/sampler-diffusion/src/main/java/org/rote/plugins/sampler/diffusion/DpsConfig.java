package org.rote.plugins.sampler.diffusion;

import java.util.Optional;
import org.rote.numerics.Schedule;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * Diffusion posterior sampling.
 *
 * @param schedule noise levels, in process coordinates
 * @param process with or without fresh noise
 * @param scaling process coordinates
 * @param step how the likelihood moves the states
 * @param jacobian whether the denoiser's derivative takes part
 * @param chains chains that run together
 */
public record DpsConfig(
        @Doc("noise levels, in process coordinates") @Default("{ type: vp-cosine, steps: 200 }")
        Schedule schedule,

        @Doc("reverse process without fresh noise (deterministic) or with (ancestral)") @Default("deterministic")
        Reversal process,

        @Doc("process coordinates") @Default("automatic") Scaling scaling,

        @Doc("how the likelihood moves the states") @Default("{ type: moment-matching }")
        Step step,

        @Doc("derivative of the denoiser: exact, or omitted") @Default("exact")
        Jacobian jacobian,

        @Doc("chains that run together; as many as draws, at most 128, if left out")
        Optional<Integer> chains) {

    /** Checks the ranges. */
    public DpsConfig {
        Chains.verify(chains);
    }
}
