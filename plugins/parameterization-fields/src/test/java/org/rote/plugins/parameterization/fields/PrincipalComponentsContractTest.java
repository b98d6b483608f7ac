package org.rote.plugins.parameterization.fields;

import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Mapping;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;

/** With fewer models than cells. */
class PrincipalComponentsContractTest extends ExpansionContract {

    @Override
    protected Mapping mapping() {
        return make(Grids.of(WaveSpeed.VELOCITY, 6, 7), 9, 5, seed());
    }

    static Mapping make(Space space, int models, int modes, long seed) {
        double[][] training = new double[models][];
        for (int n = 0; n < models; n++) {
            training[n] = new SeededStreams(seed, "training")
                    .random("model", n)
                    .doubles(space.size(), 1500, 3000)
                    .toArray();
        }
        PrincipalComponentsConfig config = new PrincipalComponentsConfig(
                new FixedPart<>("fixed", new InMemoryDataset(space, training)), Optional.of(modes), Optional.empty());
        return new PrincipalComponentsFactory().create(config, TestContext.in(space));
    }
}
