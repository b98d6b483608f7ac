package org.rote.plugins.diagnostic.calibration;

import java.util.random.RandomGenerator;

/** Ranks of a truth among draws. */
final class Ranks {

    private Ranks() {}

    /**
     * The share of draws below a truth, a random share of those equal to it, counted so that it is exactly uniform between 0 and 1 where the truth is as one of the draws (Talts, Betancourt, Simpson, Vehtari &amp; Gelman,
     * 2018, theorem 1, with the step between two ranks filled at random).
     *
     * @param draws the draws
     * @param truth the truth
     * @param random fills the steps
     * @return the rank
     */
    static double of(double[] draws, double truth, RandomGenerator random) {
        double below = 0;
        double equal = 0;
        for (double draw : draws) {
            below += draw < truth ? 1 : 0;
            equal += draw == truth ? 1 : 0;
        }
        return (below + random.nextDouble() * (equal + 1)) / (draws.length + 1);
    }
}
