package org.rote.plugins.dataset.geology.basin;

import org.rote.plugins.dataset.geology.section.Undulation;

/**
 * How a sequence was bent and uplifted: rock that was deposited at depth s is now at z = a(x) + (1 + b(x)) s − e, with folds and dips that are the same for all layers (a) and that grow with depth (b).
 *
 * @param shape of the folds
 * @param height of a in m
 * @param growth height of b
 * @param dip slope of a
 * @param growingDip slope of b in 1/m
 * @param middle where a and b are not moved by the dip, in m
 * @param uplift e in m
 */
record Fold(
        Undulation shape, double height, double growth, double dip, double growingDip, double middle, double uplift) {

    /** a(x) − e in m. */
    double shift(double x) {
        return height * shape.at(x) + dip * (x - middle) - uplift;
    }

    /** 1 + b(x). */
    double stretch(double x) {
        return 1 + growth * shape.at(x) + growingDip * (x - middle);
    }
}
