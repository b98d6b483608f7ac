package org.rote.plugins.dataset.geology.collection;

import org.rote.spi.Dataset;
import org.rote.spi.Space;

/**
 * Some models of a data set.
 *
 * @param all the data set
 * @param chosen their numbers in it; kept
 */
record ChosenModels(Dataset all, int[] chosen) implements Dataset {

    @Override
    public Space space() {
        return all.space();
    }

    @Override
    public int count() {
        return chosen.length;
    }

    @Override
    public void read(int index, double[] out) {
        all.read(chosen[index], out);
    }
}
