package org.rote.priors.diffusion;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.rote.spi.Distribution;
import org.rote.spi.Prior;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.PriorContract;
import org.rote.testkit.TestContext;

class MemorizedDiffusionContractTest {

    private static Prior prior(String sigma, double[]... models) {
        MemorizedDiffusionConfig config = new MemorizedDiffusionConfig(
                new FixedPart<>("inline", InMemoryDataset.of(models)), Optional.of(sigma), Optional.empty());
        return new MemorizedDiffusionFactory().create(config, TestContext.in(Space.vector(models[0].length)));
    }

    @Nested
    class InOneDimension extends PriorContract {
        @Override
        protected Distribution prior() {
            return MemorizedDiffusionContractTest.prior("0.3", new double[][] {{-1.5}, {-0.4}, {0.4}, {1.2}, {2.5}});
        }
    }

    @Nested
    class OfIsolatedModels extends PriorContract {
        @Override
        protected Distribution prior() {
            return MemorizedDiffusionContractTest.prior("0.05", new double[][] {{0, 1, 2}, {-1, 0.5, 0}, {2, 2, -2}});
        }
    }

    /** As many numbers as are left to the blocked kernels. */
    @Nested
    class OfAField extends PriorContract {
        @Override
        protected Distribution prior() {
            RandomGenerator random = new SeededStreams(1, "field").random("models", 0);
            double[][] models = new double[20][];
            for (int n = 0; n < models.length; n++) {
                models[n] = random.doubles(900, -1, 1).toArray();
            }
            return MemorizedDiffusionContractTest.prior("0.5", models);
        }
    }
}
