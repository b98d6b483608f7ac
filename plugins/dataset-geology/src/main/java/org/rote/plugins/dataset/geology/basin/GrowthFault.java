package org.rote.plugins.dataset.geology.basin;

/**
 * A normal fault. The rock above its surface, the hanging wall, has sunk vertically, by an amount that decreases away from the fault, so that its layers roll over towards it. Layers deposited while it moved have sunk less.
 *
 * <p>At a horizontal distance r into the hanging wall the surface lies at z_r + r tan δ, or, where it is listric, at z_r + D (1 − exp(−r tan δ / D)); the throw there is T (1 − (r/R)²)², or T exp(−r tan δ / D): what a hanging
 * wall that is pulled away sinks by when it collapses vertically onto a surface of this shape.
 *
 * @param x where the surface is at the reference depth, in m
 * @param reference the reference depth z_r in m
 * @param side 1 where it dips towards larger x, −1 towards smaller
 * @param slope tan δ, at the reference depth
 * @param detachment depth D below the reference at which a listric fault becomes flat in m, infinite for a plane
 * @param displacement largest throw T in m
 * @param reach R in m, at which the throw of a plane is nothing
 * @param tip the depth in m above which nothing has moved
 * @param growth the thickness below the tip over which the throw grows to all, in m, at least 2.5 T, so that no rock is turned over
 */
record GrowthFault(
        double x,
        double reference,
        int side,
        double slope,
        double detachment,
        double displacement,
        double reach,
        double tip,
        double growth) {

    /** The least thickness over which the throw grows, in throws: the steepest part of the growth is 1.5 times the mean. */
    static final double LEAST_GROWTH = 2.5;

    /** The depth of the surface at one place in m. */
    double surface(double atX) {
        double distance = side * (atX - x);
        return reference
                + (Double.isInfinite(detachment)
                        ? slope * distance
                        : detachment * (1 - StrictMath.exp(-slope * distance / detachment)));
    }

    /** The throw at one place in m, where the fault has all of it. */
    double displacement(double atX) {
        double distance = Math.max(0, side * (atX - x));
        if (!Double.isInfinite(detachment)) {
            return displacement * StrictMath.exp(-slope * distance / detachment);
        }
        double share = Math.max(0, 1 - distance / reach * (distance / reach));
        return displacement * share * share;
    }

    /** The fault below one place. */
    Line at(double atX) {
        return new Line(surface(atX), displacement(atX), tip, growth);
    }

    /**
     * A fault below one place.
     *
     * @param surface depth of the surface in m
     * @param displacement the throw there, where the fault has all of it, in m
     * @param tip as that of the fault
     * @param growth as that of the fault
     */
    record Line(double surface, double displacement, double tip, double growth) {

        /** The depth, before the fault moved, of the rock that is at a depth now. */
        double before(double depth) {
            return depth < surface ? depth - displacement * share(depth) : depth;
        }

        /** The share of the throw that rock at a depth has sunk by. */
        double share(double depth) {
            return Ramp.at((depth - tip) / growth);
        }
    }
}
