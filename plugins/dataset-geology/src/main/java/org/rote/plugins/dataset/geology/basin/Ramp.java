package org.rote.plugins.dataset.geology.basin;

/** A smooth step from 0 to 1: 3t² − 2t³. */
final class Ramp {

    private Ramp() {}

    static double at(double t) {
        if (t <= 0) {
            return 0;
        }
        return t < 1 ? t * t * (3 - 2 * t) : 1;
    }
}
