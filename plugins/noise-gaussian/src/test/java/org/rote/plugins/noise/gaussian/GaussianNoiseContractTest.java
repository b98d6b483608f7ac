package org.rote.plugins.noise.gaussian;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.NoiseModel;
import org.rote.spi.Space;
import org.rote.testkit.NoiseContract;
import org.rote.testkit.TestContext;

class GaussianNoiseContractTest {

    private static final Space COMPLEX =
            new Space(List.of(Axis.index("receiver", 3)), "pressure", "Pa", Element.COMPLEX64);

    private static NoiseModel noise(Space space, String... deviations) {
        GaussianNoiseConfig config = new GaussianNoiseConfig(Optional.of(List.of(deviations)), Optional.empty());
        return new GaussianNoiseFactory().create(config, TestContext.in(space));
    }

    @Nested
    class OfASingleDatum extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return GaussianNoiseContractTest.noise(Space.vector(1), "0.3");
        }
    }

    @Nested
    class WithOneLevel extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return GaussianNoiseContractTest.noise(Space.vector(7), "0.3");
        }
    }

    @Nested
    class WithALevelForEachDatum extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return GaussianNoiseContractTest.noise(Space.vector(3), "0.3", "2", "0.05");
        }
    }

    @Nested
    class OfComplexData extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return GaussianNoiseContractTest.noise(COMPLEX, "0.3 Pa", "200 mPa", "1 Pa");
        }
    }

    @Nested
    class RelativeToTheData extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            GaussianNoiseConfig config = new GaussianNoiseConfig(Optional.empty(), Optional.of(0.1));
            return new GaussianNoiseFactory()
                    .create(config, TestContext.in(Space.vector(2)).withData(-5, 3));
        }
    }
}
