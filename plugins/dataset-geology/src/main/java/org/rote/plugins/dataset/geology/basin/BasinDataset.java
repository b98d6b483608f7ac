package org.rote.plugins.dataset.geology.basin;

import java.util.Objects;
import org.rote.plugins.dataset.geology.section.SectionGrid;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/** Basins that are drawn anew each time they are read; see {@link BasinConfig} for how. Immutable. */
final class BasinDataset implements Dataset {

    private final BasinConfig config;
    private final BasinGenerator generator;
    private final SectionGrid grid;

    BasinDataset(BasinConfig config, SectionGrid grid) {
        this.config = config;
        this.generator = new BasinGenerator(config, new Extent(grid.width(), grid.depth()));
        this.grid = grid;
    }

    @Override
    public Space space() {
        return grid.space();
    }

    @Override
    public int count() {
        return config.count();
    }

    @Override
    public void read(int index, double[] out) {
        Basin basin = generator.draw(config.first() + Objects.checkIndex(index, config.count()));
        Axis z = grid.z();
        grid.fill((x, columns, offset) -> basin.column(x, z.step(), columns, offset, z.count()), out);
    }
}
