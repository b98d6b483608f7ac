package org.rote.plugins.dataset.geology;

import org.rote.plugins.dataset.geology.section.SectionGrid;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;

final class LayeredFactory implements Factory<LayeredConfig, Dataset> {

    @Override
    public String name() {
        return "layered";
    }

    @Override
    public Class<LayeredConfig> configType() {
        return LayeredConfig.class;
    }

    @Override
    public String describe() {
        return "random sections of folded and faulted layers whose velocity grows with depth, the same for the same seed";
    }

    @Override
    public String example() {
        return "type: layered\ncount: 1000\nmin-velocity: 1.5 km/s\nmax-velocity: 4.5 km/s\n";
    }

    @Override
    public Dataset create(LayeredConfig config, Context context) {
        SectionGrid grid = SectionGrid.of(context.space());
        Proportions proportions = Proportions.of(config, grid);
        proportions.check(config.maxLayers());
        return new LayeredDataset(config, proportions, grid);
    }
}
