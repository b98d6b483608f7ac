package org.rote.numerics.posterior;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.DoubleAccumulator;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.Space;
import org.rote.testkit.TestSamplerContext;

class UpdateRecipeTest {

    private static final int SIDE = 50_000;

    @Test
    void refusesDenseMatricesThatNoArrayHolds() {
        UpdateRecipe recipe = new UpdateRecipe(
                Solver.DENSE,
                new Iteration(1e-8, 100, 2, 5),
                new Wide(),
                Covariances.isotropic(SIDE, 1),
                new TestSamplerContext(0),
                new DoubleAccumulator(Math::max, 0));
        assertThatThrownBy(recipe::verify)
                .isInstanceOf(NumericsException.class)
                .hasMessage("solver: dense needs a matrix of 50000 × 50000 numbers, more than one array can hold;"
                        + " use solver: iterative or automatic");
    }

    private record Wide() implements ForwardOperator {
        @Override
        public Space domain() {
            return Space.vector(SIDE);
        }

        @Override
        public Space range() {
            return Space.vector(SIDE);
        }

        @Override
        public void forward(double[] x, double[] out) {
            System.arraycopy(x, 0, out, 0, SIDE);
        }

        @Override
        public Linearization linearize(double[] x) {
            throw new UnsupportedOperationException("only sizes are asked for");
        }
    }
}
