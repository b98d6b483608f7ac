package org.rote.plugins.sampler.diffusion;

import java.util.Locale;
import org.rote.numerics.NoiseLevels;
import org.rote.spi.SamplerContext;

/** Whether a schedule suits a process that starts from noise. */
final class Levels {

    /** Below this the prior is still seen in the states: N(0, I) is off by a tenth of a standard deviation or more. */
    private static final double ENOUGH = 10;

    private Levels() {}

    static void warnOfEarlyEnd(NoiseLevels levels, SamplerContext context) {
        double largest = levels.noise(levels.steps() - 1);
        if (largest < ENOUGH) {
            context.warn(String.format(
                    Locale.ROOT,
                    "schedule: the largest noise level is %.3g, in units of the prior's spread; below %.0f the start of the"
                            + " reverse process is not the distribution of its states there, and draws are biased. Give more"
                            + " steps, a larger beta-end or a larger sigma-max",
                    largest,
                    ENOUGH));
        }
    }
}
