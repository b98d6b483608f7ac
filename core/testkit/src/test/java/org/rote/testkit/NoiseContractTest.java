package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.spi.Covariance;
import org.rote.spi.GaussianNoise;
import org.rote.spi.NoiseModel;
import org.rote.spi.Space;

/** Each planted fault must be caught by the test that is there for it. */
class NoiseContractTest {

    @Test
    void acceptsGaussianNoise() {
        ContractRun run = ContractRun.of(Right.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).as("the integral").isEqualTo(1);
    }

    @Test
    void acceptsNoiseOfASingleDatum() {
        ContractRun run = ContractRun.of(RightScalar.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).isZero();
    }

    @Test
    void acceptsNoiseWithHeavyTails() {
        ContractRun run = ContractRun.of(RightLogistic.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).as("three tests of Gaussian noise").isEqualTo(3);
    }

    @Test
    void catchesAGradientOfTheWrongSign() {
        ContractRun run = ContractRun.of(WrongSign.class);
        assertThat(run.failures()).containsOnlyKeys("gradientIsThatOfTheLogDensity");
        assertThat(run.failures().get("gradientIsThatOfTheLogDensity"))
                .contains("gradient along direction 0 and finite differences: expected")
                .contains("[seed 20260320]");
    }

    @Test
    void catchesDrawsThatAreTooWide() {
        assertThat(ContractRun.of(WideDraws.class).failures())
                .containsOnlyKeys("densityMatchesTheDraws", "whitenedGaussianResidualIsStandardNormal");
    }

    @Test
    void catchesDrawsThatAreBiased() {
        assertThat(ContractRun.of(BiasedDraws.class).failures()).containsKey("averageGradientOverDrawsIsZero");
    }

    @Test
    void catchesADensityThatIsNotNormalised() {
        assertThat(ContractRun.of(NotNormalised.class).failures())
                .containsOnlyKeys("densityOfASingleDatumIntegratesToOne", "gaussianDensityFollowsFromTheCovariance");
    }

    @Test
    void catchesAnOutputThatAccumulates() {
        assertThat(ContractRun.of(Accumulates.class).failures()).containsKey("overwritesOutputsAndLeavesInputsAlone");
    }

    @Test
    void catchesAModifiedInput() {
        assertThat(ContractRun.of(ModifiesInput.class).failures().get("overwritesOutputsAndLeavesInputsAlone"))
                .contains("logDensity or gradient changed the observed data: index 0");
    }

    private static class Gaussian implements GaussianNoise {
        final WhiteNoise right;

        Gaussian(int size) {
            right = new WhiteNoise(size, 0.3);
        }

        @Override
        public Space space() {
            return right.space();
        }

        @Override
        public Covariance covariance() {
            return right.covariance();
        }

        @Override
        public double logDensity(double[] observed, double[] predicted) {
            return right.logDensity(observed, predicted);
        }

        @Override
        public void gradient(double[] observed, double[] predicted, double[] out) {
            right.gradient(observed, predicted, out);
        }

        @Override
        public void draw(double[] predicted, RandomGenerator random, double[] out) {
            right.draw(predicted, random, out);
        }
    }

    /** Independent logistic noise of scale s: p(r) = exp(−r/s) / (s (1 + exp(−r/s))²). */
    private record Logistic(int size, double s) implements NoiseModel {
        @Override
        public Space space() {
            return Space.vector(size);
        }

        @Override
        public double logDensity(double[] observed, double[] predicted) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                double r = Math.abs(observed[i] - predicted[i]) / s;
                sum -= r + Math.log(s) + 2 * Math.log1p(Math.exp(-r));
            }
            return sum;
        }

        @Override
        public void gradient(double[] observed, double[] predicted, double[] out) {
            for (int i = 0; i < size; i++) {
                out[i] = Math.tanh((observed[i] - predicted[i]) / (2 * s)) / s;
            }
        }

        @Override
        public void draw(double[] predicted, RandomGenerator random, double[] out) {
            for (int i = 0; i < size; i++) {
                double u = random.nextDouble();
                out[i] = predicted[i] + s * (Math.log(u) - Math.log1p(-u));
            }
        }
    }

    @Subject
    static class Right extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return new Gaussian(3);
        }
    }

    @Subject
    static class RightScalar extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return new Gaussian(1);
        }
    }

    @Subject
    static class RightLogistic extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return new Logistic(1, 0.4);
        }
    }

    @Subject
    static class WrongSign extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return new Gaussian(3) {
                @Override
                public void gradient(double[] observed, double[] predicted, double[] out) {
                    right.gradient(predicted, observed, out);
                }
            };
        }
    }

    @Subject
    static class WideDraws extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return new Gaussian(3) {
                @Override
                public void draw(double[] predicted, RandomGenerator random, double[] out) {
                    new WhiteNoise(3, 0.33).draw(predicted, random, out);
                }
            };
        }
    }

    @Subject
    static class BiasedDraws extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return new Gaussian(3) {
                @Override
                public void draw(double[] predicted, RandomGenerator random, double[] out) {
                    right.draw(predicted, random, out);
                    out[2] += 0.02;
                }
            };
        }
    }

    @Subject
    static class NotNormalised extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return new Gaussian(1) {
                @Override
                public double logDensity(double[] observed, double[] predicted) {
                    return right.logDensity(observed, predicted) + 0.5 * Math.log(2 * Math.PI);
                }
            };
        }
    }

    @Subject
    static class Accumulates extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return new Gaussian(3) {
                @Override
                public void gradient(double[] observed, double[] predicted, double[] out) {
                    double before = out[0];
                    right.gradient(observed, predicted, out);
                    out[0] += before;
                }
            };
        }
    }

    @Subject
    static class ModifiesInput extends NoiseContract {
        @Override
        protected NoiseModel noise() {
            return new Gaussian(3) {
                @Override
                public double logDensity(double[] observed, double[] predicted) {
                    double density = right.logDensity(observed, predicted);
                    observed[0] -= predicted[0];
                    return density;
                }
            };
        }
    }
}
