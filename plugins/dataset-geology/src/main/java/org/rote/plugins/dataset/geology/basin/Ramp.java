package org.rote.plugins.dataset.geology.basin;

/** A smooth step from 0 to 1: 3t² − 2t³. */
final class Ramp {

    private Ramp() {}

    static double at(double t) {
        double within = Math.max(0, Math.min(1, t));
        return within * within * (3 - 2 * within);
    }
}
