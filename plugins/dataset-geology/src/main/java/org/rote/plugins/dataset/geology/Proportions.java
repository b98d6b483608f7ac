package org.rote.plugins.dataset.geology;

import org.rote.plugins.dataset.geology.section.SectionGrid;
import org.rote.spi.Checks;

/**
 * The lengths that a section is drawn from, all in m.
 *
 * @param width of the section
 * @param depth of the section
 * @param minThickness least mean thickness of a layer
 * @param relief most height of the folds
 * @param maxThrow most vertical displacement at a fault
 * @param sample distance of the samples in depth
 */
record Proportions(double width, double depth, double minThickness, double relief, double maxThrow, double sample) {

    private static final double RELIEF = 0.3;
    private static final double THROW = 0.2;

    static Proportions of(LayeredConfig config, SectionGrid grid) {
        double depth = grid.depth();
        double sample = grid.z().step();
        return new Proportions(
                grid.width(),
                depth,
                config.minThickness().orElse(Math.max(sample, depth / (2.0 * config.maxLayers()))),
                config.relief().orElse(RELIEF * depth),
                config.maxThrow().orElse(THROW * depth),
                sample);
    }

    /** Refuses what does not fit into the depth. */
    void check(int maxLayers) {
        double half = depth / 2;
        new Checks()
                .that(
                        minThickness >= sample,
                        "min-thickness",
                        "must be at least one sample of the grid, " + sample + " m, got " + minThickness + " m",
                        "give " + sample + " m or more")
                .that(
                        maxLayers * minThickness <= depth,
                        "max-layers",
                        maxLayers + " layers of at least " + minThickness + " m do not fit into the depth of " + depth
                                + " m",
                        "give fewer or thinner layers")
                .that(
                        relief <= half,
                        "relief",
                        "must be at most half of the depth, " + half + " m, got " + relief + " m",
                        "give lower folds")
                .that(
                        maxThrow <= half,
                        "max-throw",
                        "must be at most half of the depth, " + half + " m, got " + maxThrow + " m",
                        "give a smaller displacement")
                .verify();
    }
}
