package org.rote.plugins.dataset.geology.basin;

import org.rote.plugins.dataset.geology.section.SectionGrid;
import org.rote.spi.Checks;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;

/** Makes the data set {@code basin}. */
public final class BasinFactory implements Factory<BasinConfig, Dataset> {

    /** The most of the section that may be water. */
    private static final double DEEPEST_WATER = 0.8;

    private static final double MOST_LAYERS_IN_A_CELL = 100;
    private static final int MOST_NODES = 1 << 24;

    /** For the plugin. */
    public BasinFactory() {}

    @Override
    public String name() {
        return "basin";
    }

    @Override
    public Class<BasinConfig> configType() {
        return BasinConfig.class;
    }

    @Override
    public String describe() {
        return "random sections of sedimentary basins: water, compacted layers, folds, unconformities, growth faults, channels, salt";
    }

    @Override
    public String example() {
        return "type: basin\ncount: 1000\nseed: 1\nfaults: { number: [2, 6] }\nsalt: { probability: 0 }\n";
    }

    @Override
    public Dataset create(BasinConfig config, Context context) {
        SectionGrid grid = SectionGrid.of(context.space());
        double depth = grid.depth();
        double water = config.water().depth().get(config.water().depth().size() - 1);
        double thinnest = depth / Math.max(1, grid.z().count()) / MOST_LAYERS_IN_A_CELL;
        double nodes = Texture.nodes(
                        grid.width(), config.heterogeneity().lengths().get(0))
                * (double) Texture.nodes(depth, config.heterogeneity().lengths().get(1));
        new Checks()
                .that(
                        config.water().probability() == 0 || water <= DEEPEST_WATER * depth,
                        "water.depth",
                        "must be at most " + DEEPEST_WATER + " of the depth of the section, " + depth + " m, got "
                                + config.water().depth() + " m",
                        "give shallower water, or water: { probability: 0 }")
                .that(
                        config.layers().thickness() >= thinnest,
                        "layers.thickness",
                        "must be at least a hundredth of a cell, " + thinnest + " m, got "
                                + config.layers().thickness() + " m",
                        "give thicker layers")
                .that(
                        nodes <= MOST_NODES,
                        "heterogeneity.lengths",
                        "make " + (long) nodes + " independent values, more than " + MOST_NODES,
                        "give longer lengths")
                .verify();
        warnOfThinLayers(config, grid, context);
        return new BasinDataset(config, grid);
    }

    private static void warnOfThinLayers(BasinConfig config, SectionGrid grid, Context context) {
        double sample = grid.z().step();
        if (config.layers().thickness() < 2 * sample) {
            context.warn("layers of " + config.layers().thickness() + " m are thinner than two cells of " + sample
                    + " m: the grid shows few of them; give a larger layers.thickness or a finer grid");
        }
    }
}
