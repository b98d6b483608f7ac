package org.rote.plugins.diagnostic.memorization;

import org.rote.numerics.Schedule;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * When a diffusion process that memorized its training set decides.
 *
 * @param schedule noise levels of the process, which runs on models less their mean, over the root mean square of their standard deviations
 * @param paths reverse paths that are followed, at least 2
 * @param states noisy training models that the collapse is estimated from, at least 2
 */
public record CollapseTimesConfig(
        @Doc("noise levels of the process, which runs on models scaled to about one")
        @Default("{ type: vp-cosine, steps: 200 }")
        Schedule schedule,

        @Doc("reverse paths that are followed") @Default("64")
        int paths,

        @Doc("noisy training models that the collapse is estimated from") @Default("256")
        int states) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public CollapseTimesConfig {
        new Checks().atLeast("paths", paths, 2).atLeast("states", states, 2).verify();
    }
}
