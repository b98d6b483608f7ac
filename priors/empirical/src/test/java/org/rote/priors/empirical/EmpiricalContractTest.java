package org.rote.priors.empirical;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.rote.numerics.Derivations;
import org.rote.spi.Distribution;
import org.rote.spi.Prior;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.PriorContract;
import org.rote.testkit.TestContext;

class EmpiricalContractTest {

    private static Prior prior(Optional<List<Double>> weights, double[]... models) {
        EmpiricalConfig config = new EmpiricalConfig(new FixedPart<>("inline", InMemoryDataset.of(models)), weights);
        return new EmpiricalFactory().create(config, TestContext.in(Space.vector(models[0].length)));
    }

    @Nested
    class InOneDimension extends PriorContract {
        @Override
        protected Distribution prior() {
            return EmpiricalContractTest.prior(Optional.empty(), new double[][] {{-1.5}, {-0.4}, {0.4}, {1.2}, {2.5}});
        }
    }

    @Nested
    class Weighted extends PriorContract {
        @Override
        protected Distribution prior() {
            return EmpiricalContractTest.prior(
                    Optional.of(List.of(1.0, 5.0, 2.0)), new double[][] {{0, 1, 2}, {-1, 0.5, 0}, {2, 2, -2}});
        }
    }

    @Nested
    class WithWhatTheFrameworkDerives extends PriorContract {
        @Override
        protected Distribution prior() {
            return Derivations.of(
                    EmpiricalContractTest.prior(
                            Optional.of(List.of(1.0, 5.0, 2.0)), new double[][] {{0, 1, 2}, {-1, 0.5, 0}, {2, 2, -2}}),
                    RunExecutor.SERIAL);
        }
    }
}
