package org.rote.plugins.diagnostic.collapse;

import java.util.Arrays;
import org.rote.spi.Atoms;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/** Models to take training sets from; read one at a time, as there may be many that no training set needs. */
record ModelPool(Space space, int count, Reader reader) {

    /** Reads one model. */
    @FunctionalInterface
    interface Reader {
        void read(int n, double[] out);
    }

    static ModelPool of(Dataset dataset) {
        return new ModelPool(dataset.space(), dataset.count(), dataset::read);
    }

    static ModelPool of(Atoms atoms, Space space) {
        return new ModelPool(space, atoms.count(), atoms::atom);
    }

    double[] model(int n) {
        double[] model = new double[space.size()];
        reader.read(n, model);
        return model;
    }

    /** Numbers of {@code size} models, at least two, spread evenly through the pool, first and last included. */
    int[] members(int size) {
        int[] members = new int[size];
        Arrays.setAll(members, i -> (int) ((long) i * (count - 1) / (size - 1)));
        return members;
    }
}
