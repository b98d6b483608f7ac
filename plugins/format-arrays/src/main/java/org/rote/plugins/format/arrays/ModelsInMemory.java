package org.rote.plugins.format.arrays;

import org.rote.spi.Dataset;
import org.rote.spi.Space;

/** Models that fit into memory; nothing changes them. */
final class ModelsInMemory implements Dataset {

    private final Space space;
    private final double[][] models;

    /** Keeps the models, which must have the space's size. */
    ModelsInMemory(Space space, double[][] models) {
        this.space = space;
        this.models = models;
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public int count() {
        return models.length;
    }

    @Override
    public void read(int index, double[] out) {
        System.arraycopy(models[index], 0, out, 0, space.size());
    }
}
