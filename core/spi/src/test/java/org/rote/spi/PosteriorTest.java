package org.rote.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PosteriorTest {

    // central differences with this step leave an error of about step² times the third derivative
    private static final double STEP = 1e-5;
    private static final double DIFFERENCE_ERROR = 1e-8;

    @Test
    void composesAndDifferentiatesByTheChainRule() {
        Mapping mapping = Compositions.compose(new Square(), new Doubling());
        assertThat(mapping).isNotInstanceOf(AffineMapping.class);
        Likelihood likelihood = new Likelihood(mapping, new UnitNoise(), new double[] {3});
        double[] gradient = new double[1];
        double value = likelihood.logDensity(new double[] {0.7}, gradient);
        assertThat(value).isEqualTo(likelihood.logDensity(new double[] {0.7}));
        double difference =
                (likelihood.logDensity(new double[] {0.7 + STEP}) - likelihood.logDensity(new double[] {0.7 - STEP}))
                        / (2 * STEP);
        assertThat(gradient[0]).isCloseTo(difference, within(DIFFERENCE_ERROR));
    }

    @Test
    void keepsAffineMapsAffine() {
        Mapping mapping = Compositions.compose(new Doubling(), new Doubling());
        assertThat(mapping).isInstanceOf(AffineMapping.class);
        double[] out = {Double.NaN};
        mapping.forward(new double[] {3}, out);
        assertThat(out).containsExactly(12);
        try (Linearization linearization = mapping.linearize(new double[] {3})) {
            linearization.vjp(new double[] {1}, out);
        }
        assertThat(out).containsExactly(4);
    }

    @Test
    void doesNotAskThePhysicsOutsideTheSupportOfThePrior() {
        Likelihood likelihood = new Likelihood(new Square(), new UnitNoise(), new double[] {0});
        Posterior posterior = new Posterior(new Nowhere(), likelihood);
        assertThat(posterior.logDensity(new double[] {Double.NaN})).hasValue(Double.NEGATIVE_INFINITY);
    }

    @Test
    void saysWhatASamplerMisses() {
        Likelihood likelihood = new Likelihood(new Square(), new UnitNoise(), new double[] {0});
        Requirements requirements = Requirements.none()
                .andPrior(Atoms.class)
                .andPrior(Density.class)
                .andPrior(List.of(Atoms.class, DenoiserJacobian.class), "leave the Jacobian out")
                .andPrior(List.of(Atoms.class, Density.class), "of no concern here")
                .andMapping(AffineMapping.class)
                .andNoise(GaussianNoise.class)
                .andDimensionAtMost(0);
        assertThat(requirements.unmet(new Posterior(new Nowhere(), likelihood)))
                .containsExactly(
                        "needs a prior with atoms",
                        "needs a prior with atoms or denoiser jacobian; leave the Jacobian out",
                        "needs a linear operator",
                        "needs gaussian noise",
                        "handles at most 0 unknowns, the model has 1");
    }

    @Test
    void refusesDataOfAnotherSize() {
        assertThatThrownBy(() -> new Likelihood(new Square(), new UnitNoise(), new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observation: expected 1 values for value, component 1, got 2");
    }

    private record Nowhere() implements Prior, Density {
        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public double logDensity(double[] x) {
            return Double.NEGATIVE_INFINITY;
        }
    }

    private record Doubling() implements LinearOperator {
        @Override
        public Space domain() {
            return Space.vector(1);
        }

        @Override
        public Space range() {
            return Space.vector(1);
        }

        @Override
        public void apply(double[] dx, double[] out) {
            out[0] = 2 * dx[0];
        }

        @Override
        public void applyAdjoint(double[] dy, double[] out) {
            out[0] = 2 * dy[0];
        }
    }

    private record Square() implements ForwardOperator {
        @Override
        public Space domain() {
            return Space.vector(1);
        }

        @Override
        public Space range() {
            return Space.vector(1);
        }

        @Override
        public void forward(double[] x, double[] out) {
            out[0] = x[0] * x[0];
        }

        @Override
        public Linearization linearize(double[] x) {
            double at = x[0];
            return new Linearization() {
                @Override
                public double[] value() {
                    return new double[] {at * at};
                }

                @Override
                public void jvp(double[] dx, double[] out) {
                    out[0] = 2 * at * dx[0];
                }

                @Override
                public void vjp(double[] dy, double[] out) {
                    out[0] = 2 * at * dy[0];
                }
            };
        }
    }

    private record UnitNoise() implements NoiseModel {
        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public double logDensity(double[] observed, double[] predicted) {
            double residual = observed[0] - predicted[0];
            return -0.5 * residual * residual - 0.5 * Math.log(2 * Math.PI);
        }

        @Override
        public void gradient(double[] observed, double[] predicted, double[] out) {
            out[0] = observed[0] - predicted[0];
        }

        @Override
        public void draw(double[] predicted, RandomGenerator random, double[] out) {
            out[0] = predicted[0] + random.nextGaussian();
        }
    }
}
