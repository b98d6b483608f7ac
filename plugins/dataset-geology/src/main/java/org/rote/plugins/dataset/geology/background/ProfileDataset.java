package org.rote.plugins.dataset.geology.background;

import java.util.Objects;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/**
 * One model, all of whose columns are the same.
 *
 * @param space of the model
 * @param column the values from the top down; not modified
 */
record ProfileDataset(Space space, double[] column) implements Dataset {

    @Override
    public int count() {
        return 1;
    }

    @Override
    public void read(int index, double[] out) {
        Objects.checkIndex(index, 1);
        for (int i = 0; i < space.size(); i += column.length) {
            System.arraycopy(column, 0, out, i, column.length);
        }
    }
}
