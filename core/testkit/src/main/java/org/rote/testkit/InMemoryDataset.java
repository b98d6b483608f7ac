package org.rote.testkit;

import java.util.Arrays;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/** Models in memory, for tests of what reads data sets. Immutable. */
public final class InMemoryDataset implements Dataset {

    private final Space space;
    private final double[][] models;

    /**
     * Takes the models.
     *
     * @param space where they live
     * @param models the models, each of the space's size; copied
     */
    public InMemoryDataset(Space space, double[]... models) {
        this.space = space;
        this.models = Arrays.stream(models).map(double[]::clone).toArray(double[][]::new);
        for (int n = 0; n < models.length; n++) {
            if (models[n].length != space.size()) {
                throw new IllegalArgumentException(
                        "model " + n + " has " + models[n].length + " values, the space has " + space.size());
            }
        }
    }

    /**
     * Takes models without units.
     *
     * @param models the models, at least one, all of one length; copied
     * @return the data set
     */
    public static InMemoryDataset of(double[]... models) {
        return new InMemoryDataset(Space.vector(models[0].length), models);
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
