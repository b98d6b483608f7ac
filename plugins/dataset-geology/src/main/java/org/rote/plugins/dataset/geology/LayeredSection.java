package org.rote.plugins.dataset.geology;

import java.util.Optional;

/**
 * One section, with a velocity at every point.
 *
 * @param velocities of the layers from top to bottom, in m/s
 * @param interfaces between them, one fewer
 * @param fault the fault, if there is one
 * @param transition thickness over which the velocity changes at an interface, in m
 */
record LayeredSection(double[] velocities, Interfaces interfaces, Optional<Fault> fault, double transition) {

    /**
     * Velocities down one vertical line.
     *
     * @param x where, in m
     * @param step distance between samples in m
     * @param out receives the velocities in m/s from depth 0 downward
     * @param offset where the first one goes
     * @param count how many
     */
    void column(double x, double step, double[] out, int offset, int count) {
        double[] here = interfaces.depths(x);
        double[] slid = fault.map(plane -> interfaces.depths(plane.before(x))).orElse(here);
        for (int i = 0; i < count; i++) {
            double z = i * step;
            boolean hangs = fault.isPresent() && fault.get().isInHangingWall(x, z);
            out[offset + i] = hangs ? velocity(slid, z - fault.get().drop()) : velocity(here, z);
        }
    }

    /** The average of the layers' velocities, each weighted by how much the step across its upper interface is passed and that across its lower one is not. */
    private double velocity(double[] depths, double z) {
        double velocity = 0;
        double above = 1;
        for (int k = 0; k < velocities.length; k++) {
            double below = k < depths.length ? passed(z - depths[k]) : 0;
            velocity += velocities[k] * (above - below);
            above = below;
        }
        return velocity;
    }

    /** From 0 above to 1 below an interface, smoothly where there is a transition. */
    private double passed(double below) {
        if (below >= transition / 2) {
            return 1;
        }
        if (below <= -transition / 2) {
            return 0;
        }
        double t = below / transition + 0.5;
        return t * t * (3 - 2 * t);
    }
}
