package org.rote.operators.born;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.rote.operators.propagation.Boundary;
import org.rote.spi.Mapping;
import org.rote.testkit.MappingContract;
import org.rote.testkit.TestContext;

/** The mapping contract, for a linear operator, in two and three dimensions, below a free surface, and with next to nothing kept. */
final class BornContractTest {

    /** Enough for about a tenth of the steps. */
    private static final double LITTLE = 1.6e5;

    abstract static class Contract extends MappingContract {

        private final Small small;

        Contract(Small small) {
            this.small = small;
        }

        @Override
        protected Mapping mapping() {
            return small.born(TestContext.forOperator());
        }

        @Override
        protected double[] point(RandomGenerator random, int size) {
            double[] point = new double[size];
            for (int i = 0; i < size; i++) {
                point[i] = 1e-8 * random.nextGaussian();
            }
            return point;
        }

        @Override
        protected double tolerance() {
            return FLOAT;
        }
    }

    @Nested
    class Plane extends Contract {
        Plane() {
            super(new Small(List.of(17, 13), Boundary.Top.ABSORBING, Small.PLENTY));
        }
    }

    @Nested
    class PlaneBelowAFreeSurface extends Contract {
        PlaneBelowAFreeSurface() {
            super(new Small(List.of(17, 13), Boundary.Top.FREE_SURFACE, Small.PLENTY));
        }
    }

    @Nested
    class PlaneOfLittleMemory extends Contract {
        PlaneOfLittleMemory() {
            super(new Small(List.of(17, 13), Boundary.Top.ABSORBING, LITTLE));
        }
    }

    @Nested
    class Space extends Contract {
        Space() {
            super(new Small(List.of(8, 9, 8), Boundary.Top.ABSORBING, Small.PLENTY));
        }
    }
}
