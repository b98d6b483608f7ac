package org.rote.plugins.dataset.geology;

import java.util.random.RandomGenerator;
import org.rote.plugins.dataset.geology.section.Undulation;

/** The interfaces between the layers of a section, from top to bottom. None crosses another: where it would, the layer between them is pinched out. */
final class Interfaces {

    /** The share of the relief that the folds have at the surface; it grows to 1 at the bottom. */
    private static final double RELIEF_AT_TOP = 0.3;

    private static final double LEAST_RELIEF = 0.2;
    private static final double OWN_RELIEF = 0.3;
    /** Wavelengths of the folds relative to the width. */
    private static final double SHORTEST = 0.35;

    private static final double LONGEST = 1.5;

    private final double[] means;
    private final Undulation folds;
    private final double[] foldHeights;
    private final double middle;
    private final double slope;
    private final Undulation[] own;
    private final double[] ownHeights;

    /**
     * Draws the shapes.
     *
     * @param thicknesses mean thicknesses of the layers in m
     */
    Interfaces(double[] thicknesses, double maxDip, Proportions proportions, RandomGenerator random) {
        int count = thicknesses.length - 1;
        folds = Undulation.draw(random, proportions.width(), SHORTEST, LONGEST);
        double relief = proportions.relief() * random.nextDouble(LEAST_RELIEF, 1);
        slope = StrictMath.tan(maxDip * (2 * random.nextDouble() - 1));
        middle = proportions.width() / 2;
        means = new double[count];
        foldHeights = new double[count];
        own = new Undulation[count];
        ownHeights = new double[count];
        double depth = 0;
        for (int k = 0; k < count; k++) {
            depth += thicknesses[k];
            means[k] = depth;
            foldHeights[k] = relief * (RELIEF_AT_TOP + (1 - RELIEF_AT_TOP) * depth / proportions.depth());
            own[k] = Undulation.draw(random, proportions.width(), SHORTEST, LONGEST);
            double thinner = Math.min(thicknesses[k], thicknesses[k + 1]);
            ownHeights[k] = Math.min(OWN_RELIEF * thinner, relief) * random.nextDouble();
        }
    }

    /**
     * The depths below one place.
     *
     * @param x the place in m
     * @return depths in m, not decreasing
     */
    double[] depths(double x) {
        double[] depths = new double[means.length];
        double fold = folds.at(x);
        double above = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < depths.length; k++) {
            double depth = means[k] + foldHeights[k] * fold + slope * (x - middle) + ownHeights[k] * own[k].at(x);
            above = Math.max(above, depth);
            depths[k] = above;
        }
        return depths;
    }
}
