package org.rote.numerics;

import org.rote.spi.Atoms;
import org.rote.spi.Distribution;
import org.rote.spi.Space;

/** Atoms in other {@link Coordinates}. */
record ScaledAtoms(Atoms atoms, Coordinates coordinates) implements Distribution, Atoms {

    @Override
    public Space space() {
        return Space.vector(coordinates.size());
    }

    @Override
    public int count() {
        return atoms.count();
    }

    @Override
    public void atom(int n, double[] out) {
        atoms.atom(n, out);
        coordinates.fromModel(out, out);
    }

    @Override
    public double logWeight(int n) {
        return atoms.logWeight(n);
    }

    @Override
    public String identity() {
        return TrainingModels.of(this, coordinates.size()).identity();
    }
}
