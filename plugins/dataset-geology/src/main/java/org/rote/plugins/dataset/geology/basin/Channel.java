package org.rote.plugins.dataset.geology.basin;

/**
 * A channel, cut into the upper boundary of a layer and filled.
 *
 * @param layer the layer
 * @param x its middle in m
 * @param halfWidth half its width in m
 * @param depth its depth in the middle in m
 * @param factor how much faster the fill is than the layer
 */
record Channel(int layer, double x, double halfWidth, double depth, double factor) {

    /** Its depth at one place in m; not greater than 0 beside it. */
    double depth(double atX) {
        double r = (atX - x) / halfWidth;
        return depth * (1 - r * r);
    }
}
