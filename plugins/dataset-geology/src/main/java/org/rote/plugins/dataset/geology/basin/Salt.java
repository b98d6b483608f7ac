package org.rote.plugins.dataset.geology.basin;

import org.rote.plugins.dataset.geology.section.Undulation;

/**
 * A body of salt and what it does to the layers around it: they arch over its crest, are dragged up along its flanks and have sunk in a syncline around it, where the salt came from.
 *
 * @param outline its shape, but for the roughness of its roof
 * @param x its middle at the crest in m
 * @param halfWidth half its largest width in m
 * @param lift by how much the layers at its crest are higher, in m
 * @param roof how rough it is: everything at one place is moved vertically by this
 * @param roughness height of the roof's shape in m
 */
record Salt(SaltOutline outline, double x, double halfWidth, double lift, Undulation roof, double roughness) {

    /** In half widths: how far from the middle the drag begins to lessen, over what distance it does, and how deep and how far away the syncline is. */
    private static final double CORE = 0.4;

    private static final double DRAG = 0.8;
    private static final double SYNCLINE = 0.3;
    private static final double SYNCLINE_DISTANCE = 1.6;

    /** By how much the outline is moved down at one place, in m. */
    double moved(double atX) {
        return roughness * roof.at(atX);
    }

    /** By how much the layers at one place are higher than without salt, where they are as deep as the crest, in m. */
    double lift(double atX) {
        double distance = Math.max(0, Math.abs(atX - x) / halfWidth - CORE);
        double near = distance / DRAG;
        double beyond = (distance - SYNCLINE_DISTANCE) / DRAG;
        return lift * (StrictMath.exp(-near * near) - SYNCLINE * StrictMath.exp(-beyond * beyond));
    }

    /** The share of the lift at a depth: it grows from nothing at the sea floor to all at the crest. */
    double share(double depth, double seaFloor) {
        return Ramp.at((depth - seaFloor) / (outline.crest() - seaFloor));
    }
}
