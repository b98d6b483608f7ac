package org.rote.plugins.dataset.geology.basin;

/**
 * How fast sediment becomes as it is buried: v(d) = v₀ + g d / (1 + g d / (v∞ − v₀)), which begins with v₀ and gradient g and approaches v∞.
 *
 * @param top v₀ in m/s
 * @param gradient g in 1/s
 * @param limit v∞ in m/s
 */
record Compaction(double top, double gradient, double limit) {

    /** The velocity at a depth of burial in m. */
    double velocity(double depth) {
        double growth = gradient * Math.max(0, depth);
        double room = limit - top;
        return room > 0 ? top + growth * room / (room + growth) : top;
    }
}
