package org.rote.plugins.dataset.geology;

import java.util.random.RandomGenerator;

/**
 * A normal fault: a plane that dips to one side, on which the rock above it, the hanging wall, has slid down rigidly.
 *
 * @param x where the plane crosses half the depth, in m
 * @param depth the depth where it does, in m
 * @param side 1 where it dips towards larger x, −1 towards smaller
 * @param slope the tangent of its dip
 * @param drop the vertical displacement in m
 */
record Fault(double x, double depth, int side, double slope, double drop) {

    private static final double GENTLEST = Math.toRadians(50);
    private static final double STEEPEST = Math.toRadians(70);
    private static final double LEAST_SHARE = 0.3;

    static Fault draw(RandomGenerator random, Proportions proportions) {
        return new Fault(
                proportions.width() * random.nextDouble(0.25, 0.75),
                proportions.depth() / 2,
                random.nextBoolean() ? 1 : -1,
                StrictMath.tan(random.nextDouble(GENTLEST, STEEPEST)),
                proportions.maxThrow() * random.nextDouble(LEAST_SHARE, 1));
    }

    /** Whether a point lies above the plane. */
    boolean isInHangingWall(double atX, double atDepth) {
        return side * (atX - x) > (atDepth - depth) / slope;
    }

    /** Where the rock of the hanging wall that is at some x now was before, in x; in depth it was {@link #drop} higher. */
    double before(double atX) {
        return atX - side * drop / slope;
    }
}
