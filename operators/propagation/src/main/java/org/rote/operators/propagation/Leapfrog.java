package org.rote.operators.propagation;

/**
 * What stepping of second order in time makes of a frequency: u⁺ − 2u + u⁻ = Δt² (A u + s) does at ω' exactly what ü = A u + s does at ω, where sin(ω'Δt/2) = ωΔt/2.
 *
 * @param step Δt in s
 */
record Leapfrog(double step) {

    /** The part of {@link #limit} up to which waves are carried; there they arrive at half of their time. */
    private static final double USABLE = 0.85;

    /** Above this ω = 2/Δt, in rad/s, waves do not propagate. */
    double limit() {
        return 2 / step;
    }

    /** The highest ω, in rad/s, that is still carried well enough to be brought back. */
    double usable() {
        return USABLE * limit();
    }

    /** ω' of ω, both in rad/s; ω below {@link #limit}. */
    double numerical(double omega) {
        return limit() * Math.asin(omega / limit());
    }

    /** dω'/dω, which is the true time of a wave over the time at which stepping has it; at least 1. */
    double stretch(double omega) {
        double part = omega / limit();
        return 1 / Math.sqrt(1 - part * part);
    }
}
