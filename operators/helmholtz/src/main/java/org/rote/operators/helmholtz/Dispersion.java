package org.rote.operators.helmholtz;

/**
 * How wrong the phase velocities of a stencil are in a homogeneous medium on a grid of equal spacings h.
 *
 * <p>A plane wave of wavenumber k = 2π / (G h), G points per wavelength, in the direction θ solves the discrete equation for the frequency ω_h with m h² ω_h² = f(k h cos θ) + f(k h sin θ),
 * f(t) = 2 (1 − cos t) / (1 − 2 w (1 − cos t)). Its phase velocity is ω_h / k; in the medium it is 1/√m.
 */
final class Dispersion {

    /** Steps of the search over directions from 0° to 45°, beyond which they repeat. The error is so smooth that they miss its largest value by less than a thousandth of it. */
    private static final int DIRECTIONS = 45;

    private Dispersion() {}

    /**
     * The relative error of the phase velocity in one direction.
     *
     * @param stencil whose
     * @param pointsPerWavelength G, at least 2
     * @param angle θ between the direction and an axis, in radians
     * @return ω_h √m / k − 1; negative where waves are too slow
     */
    static double error(Stencil stencil, double pointsPerWavelength, double angle) {
        double phase = 2 * Math.PI / pointsPerWavelength;
        double square = alongAxis(stencil, phase * Math.cos(angle)) + alongAxis(stencil, phase * Math.sin(angle));
        return Math.sqrt(square) / phase - 1;
    }

    /**
     * The largest relative error of the phase velocity over all directions. Where the spacings differ, count points on the larger one: the error is at most the largest of that many points or more.
     *
     * @param stencil whose
     * @param pointsPerWavelength G, at least 2
     * @return not negative
     */
    static double error(Stencil stencil, double pointsPerWavelength) {
        double worst = 0;
        for (int step = 0; step <= DIRECTIONS; step++) {
            double angle = step * Math.PI / 4 / DIRECTIONS;
            worst = Math.max(worst, Math.abs(error(stencil, pointsPerWavelength, angle)));
        }
        return worst;
    }

    private static double alongAxis(Stencil stencil, double phase) {
        double difference = 2 * (1 - Math.cos(phase));
        return difference / (1 - stencil.averaging() * difference);
    }
}
