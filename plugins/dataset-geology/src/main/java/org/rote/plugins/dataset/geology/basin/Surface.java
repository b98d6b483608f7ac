package org.rote.plugins.dataset.geology.basin;

import org.rote.plugins.dataset.geology.section.Undulation;

/**
 * A surface: the sea floor, or an unconformity as it was when the sequence above it began.
 *
 * @param mean its mean depth in m
 * @param relief its height in m
 * @param shape its shape
 */
record Surface(double mean, double relief, Undulation shape) {

    double depth(double x) {
        return mean + relief * shape.at(x);
    }
}
