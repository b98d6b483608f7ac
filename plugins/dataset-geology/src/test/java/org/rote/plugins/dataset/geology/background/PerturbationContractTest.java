package org.rote.plugins.dataset.geology.background;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.Part;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;

/** Random models less the same ones smoothed, so that both data sets are under the contract. */
class PerturbationContractTest extends DatasetContract {

    private static final Space GRID = WaveSpeed.SQUARED_SLOWNESS.in(Backgrounds.grid(12, 17, 20));

    @Override
    protected Space space() {
        return WaveSpeed.SQUARED_SLOWNESS.perturbationIn(GRID);
    }

    @Override
    protected Dataset dataset() {
        RandomGenerator random = new SeededStreams(seed(), "perturbations").random("models", 0);
        double[][] models = new double[6][GRID.size()];
        for (double[] model : models) {
            for (int i = 0; i < model.length; i++) {
                model[i] = random.nextDouble(1e-7, 4e-7);
            }
        }
        Part<Dataset> of = new FixedPart<>("inline", new InMemoryDataset(GRID, models));
        Part<Dataset> background = new Backgrounds.Section<>(
                new SmoothedFactory(), new SmoothedConfig(of, List.of(50.0), Optional.empty()));
        return new PerturbationFactory().create(new PerturbationConfig(of, background), TestContext.in(space()));
    }
}
