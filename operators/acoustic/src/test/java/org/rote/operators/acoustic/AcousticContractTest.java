package org.rote.operators.acoustic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.Boundary;
import org.rote.spi.Mapping;
import org.rote.testkit.MappingContract;

/** The mapping contract for each parameter, order, surface and number of dimensions. */
final class AcousticContractTest {

    private static final double PLENTY = 1e9;

    abstract static class Contract extends MappingContract {

        private final Small small;

        Contract(Small small) {
            this.small = small;
        }

        @Override
        protected Mapping mapping() {
            return small.operator();
        }

        @Override
        protected double[] point(RandomGenerator random, int size) {
            return small.model(random, size);
        }

        @Override
        protected double tolerance() {
            return FLOAT;
        }

        @Override
        protected double taylorStep() { // as long as models stay stable: rounding hides short steps
            return 0.08;
        }
    }

    @Nested
    class Plane extends Contract {
        Plane() {
            super(new Small(WaveSpeed.VELOCITY, List.of(17, 13), 8, Boundary.Top.ABSORBING, PLENTY));
        }
    }

    @Nested
    class PlaneBelowAFreeSurface extends Contract {
        PlaneBelowAFreeSurface() {
            super(new Small(WaveSpeed.SLOWNESS, List.of(17, 13), 4, Boundary.Top.FREE_SURFACE, PLENTY));
        }
    }

    @Nested
    class PlaneOfHighOrder extends Contract {
        PlaneOfHighOrder() {
            super(new Small(WaveSpeed.SQUARED_SLOWNESS, List.of(17, 16), 16, Boundary.Top.ABSORBING, PLENTY));
        }
    }

    @Nested
    class Space extends Contract {
        Space() {
            super(new Small(WaveSpeed.VELOCITY, List.of(8, 9, 10), 8, Boundary.Top.ABSORBING, PLENTY));
        }
    }

    @Nested
    class SpaceBelowAFreeSurface extends Contract {
        SpaceBelowAFreeSurface() {
            super(new Small(WaveSpeed.SQUARED_SLOWNESS, List.of(8, 9, 8), 4, Boundary.Top.FREE_SURFACE, PLENTY));
        }
    }
}
