package org.rote.operators.propagation;

/**
 * What stepping of second order in time makes of a frequency: u⁺ − 2u + u⁻ = Δt² (A u + s) does at ω' exactly what ü = A u + s does at ω, where sin(ω'Δt/2) = ωΔt/2.
 *
 * @param step Δt in s
 */
record Leapfrog(double step) {

    /** The part of {@link #limit} up to which waves are carried; there they arrive at half of their time. */
    private static final double USABLE = 0.85;
    /** Over how many steps waves that set out together may be spread and still be brought back. Work and memory of that go by it, so it must have an end. */
    private static final double MOST_SPREAD = 512;

    /** Above this ω = 2/Δt, in rad/s, waves do not propagate. */
    double limit() {
        return 2 / step;
    }

    /** The highest ω, in rad/s, that is carried well enough to be brought back, however short the record. */
    double carried() {
        return USABLE * limit();
    }

    /** The highest ω, in rad/s, that can be brought back after a time in s. */
    double broughtBack(double time) {
        double earliest = 1 - MOST_SPREAD * step / time;
        return earliest > 0 ? Math.min(carried(), limit() * Math.sqrt(1 - earliest * earliest)) : carried();
    }

    /** The longest step in s by which waves of a frequency in Hz can be brought back after a time in s. */
    static double longest(double frequency, double time) {
        double most = MOST_SPREAD / time;
        double half = Math.PI * frequency;
        return 2 * most / (half * half + most * most);
    }

    /** Over how many steps waves of up to ω are spread after a time in s. */
    double spread(double omega, double time) {
        return (1 - 1 / stretch(omega)) * time / step;
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
