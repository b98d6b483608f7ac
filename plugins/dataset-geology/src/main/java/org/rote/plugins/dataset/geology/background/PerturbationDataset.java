package org.rote.plugins.dataset.geology.background;

import java.util.Optional;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/**
 * Models less backgrounds.
 *
 * @param space of the perturbations
 * @param models from which
 * @param backgrounds what is taken from each
 * @param only the background where there is but one; not modified
 */
record PerturbationDataset(Space space, Dataset models, Dataset backgrounds, Optional<double[]> only)
        implements Dataset {

    @Override
    public int count() {
        return models.count();
    }

    @Override
    public void read(int index, double[] out) {
        models.read(index, out);
        double[] background = only.orElseGet(() -> read(index));
        for (int i = 0; i < space.size(); i++) {
            out[i] -= background[i];
        }
    }

    private double[] read(int index) {
        double[] background = new double[space.size()];
        backgrounds.read(index, background);
        return background;
    }
}
