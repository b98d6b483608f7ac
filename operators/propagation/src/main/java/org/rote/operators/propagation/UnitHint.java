package org.rote.operators.propagation;

/** Advice for velocities that are so slow or so fast that their unit may have been mistaken. */
final class UnitHint {

    /** In m/s; hardly any wave in the ground is slower, and velocities in km/s read as m/s all are. */
    private static final double SLOW = 100;
    /** In m/s; no wave in a rock is faster, and velocities in m/s read as km/s all are. */
    private static final double FAST = 20_000;

    private UnitHint() {}

    /** Whether no material has such a velocity. */
    static boolean isTooFast(double velocity) {
        return velocity > FAST;
    }

    /** A question to put before other advice, with a blank at its end, or nothing where the velocity is a usual one. */
    static String before(double velocity) {
        if (velocity < SLOW) {
            return "did you mean \"unit: km/s\" where the model is read? otherwise ";
        }
        return isTooFast(velocity) ? "did you mean \"unit: m/s\" where the model is read? otherwise " : "";
    }
}
