package org.rote.plugins.dataset.geology.basin;

import org.rote.plugins.dataset.geology.section.Undulation;

/**
 * The sides of a body of salt, as polygons of equal steps in depth.
 *
 * @param crest depth of its highest point in m
 * @param foot depth of its lowest point in m
 * @param left its left side at each level in m
 * @param right its right side at each level in m
 */
record SaltOutline(double crest, double foot, double[] left, double[] right) {

    private static final int LEVELS = 400;
    /** The share of its height over which it is round, at either end. */
    private static final double HEAD = 0.25;
    /** Where it is narrowest. */
    private static final double NECK = 0.6;

    private static final double WOBBLE = 0.4;

    /**
     * An outline that is round at both ends and narrower in between.
     *
     * @param x its middle at the crest in m
     * @param halfWidth half its largest width in m
     * @param neck the share of the width that it has lost at its narrowest
     * @param lean how far its foot lies beside its crest, in m
     * @param wobble how its middle and its width change with depth, in m below the crest
     */
    static SaltOutline of(
            double x, double crest, double foot, double halfWidth, double neck, double lean, Undulation wobble) {
        double[] left = new double[LEVELS + 1];
        double[] right = new double[LEVELS + 1];
        for (int k = 0; k <= LEVELS; k++) {
            double t = (double) k / LEVELS;
            double moved = WOBBLE * wobble.at(t * (foot - crest));
            double middle = x + t * (lean + halfWidth * moved);
            double half = halfWidth * share(t, neck) * (1 + moved);
            left[k] = middle - half;
            right[k] = middle + half;
        }
        return new SaltOutline(crest, foot, left, right);
    }

    private static double share(double t, double neck) {
        double fromHead = 1 - Math.min(1, t / HEAD);
        double fromFoot = 1 - Math.min(1, (1 - t) / HEAD);
        double round = Math.sqrt(1 - fromHead * fromHead) * Math.sqrt(1 - fromFoot * fromFoot);
        double narrowed = t < NECK ? Ramp.at((t - HEAD) / (NECK - HEAD)) : 1 - Ramp.at((t - NECK) / (1 - NECK));
        return round * (1 - neck * narrowed);
    }

    boolean contains(double x, double depth) {
        double level = LEVELS * (depth - crest) / (foot - crest);
        if (level < 0 || level >= LEVELS) {
            return false;
        }
        int k = (int) level;
        double rest = level - k;
        return x >= left[k] + rest * (left[k + 1] - left[k]) && x <= right[k] + rest * (right[k + 1] - right[k]);
    }
}
