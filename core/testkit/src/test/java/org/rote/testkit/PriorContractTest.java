package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.Space;

/** Each planted fault must be caught by the test that is there for it. */
class PriorContractTest {

    private static final MixturePrior MIXTURE =
            new MixturePrior(new double[] {1, 3}, new double[][] {{-1, 0.5}, {1, 0}}, new Covariance[] {
                new DenseCovariance(new double[][] {{0.3, 0.1}, {0.1, 0.2}}), DenseCovariance.isotropic(2, 0.5)
            });
    // Longer than a scheduler on a busy machine keeps one of two runnable threads waiting.
    private static final long WHILE_NANOSECONDS = 10_000_000;

    private static final AtomPrior ATOMS =
            new AtomPrior(new double[] {1, 2, 1}, new double[][] {{0, 1}, {-1, 2}, {0.5, 0.25}});

    @Test
    void acceptsAMixture() {
        ContractRun run = ContractRun.of(RightMixture.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped())
                .as("integral, two of atoms, identities of the score")
                .isEqualTo(4);
    }

    @Test
    void acceptsAMixtureInOneDimension() {
        ContractRun run = ContractRun.of(RightScalar.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).as("two of atoms, identities of the score").isEqualTo(3);
    }

    @Test
    void acceptsAtoms() {
        ContractRun run = ContractRun.of(RightAtoms.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped())
                .as("three of densities, two of components, identities of the score")
                .isEqualTo(6);
    }

    @Test
    void acceptsADensityWithoutAClosedForm() {
        ContractRun run = ContractRun.of(RightDensity.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(5);
    }

    @Test
    void catchesAScoreOfTheWrongSign() {
        ContractRun run = ContractRun.of(WrongSign.class);
        assertThat(run.failures()).containsKeys("scoreIsTheGradientOfTheLogDensity", "drawsHaveTheScoreOfTheDensity");
        assertThat(run.failures().get("scoreIsTheGradientOfTheLogDensity"))
                .contains("score along direction 0 and finite differences: expected")
                .contains("[seed 20260320]");
    }

    @Test
    void catchesANoisyScoreThatIsScaledByTheNoise() {
        assertThat(ContractRun.of(ScaledScore.class).failures())
                .containsOnlyKeys("noisyScoreIsTheGradientOfTheNoisyLogDensity", "denoiserFarOutInNoiseGivesTheMean");
    }

    @Test
    void catchesABatchThatMixesItsStates() {
        assertThat(ContractRun.of(MixedBatch.class).failures()).containsKey("scoresOfABatchAreThoseOfItsStates");
    }

    @Test
    void catchesAJacobianThatIsNotThatOfTheDenoiser() {
        assertThat(ContractRun.of(JacobianOfTheScore.class).failures())
                .containsOnlyKeys("jacobianOfTheDenoiserIsTheDerivativeOfTheDenoiser");
    }

    @Test
    void catchesProductsThatMixTheirStates() {
        assertThat(ContractRun.of(MixedProducts.class).failures()).containsKey("productsOfABatchAreThoseOfItsStates");
    }

    @Test
    void catchesWeightsThatDoNotSumToOne() {
        assertThat(ContractRun.of(LooseWeights.class).failures().get("weightsOfComponentsSumToOneAndMeansAreFinite"))
                .contains("sum of the weights of components: expected 1.0, got 1.1");
    }

    @Test
    void catchesAWrongIdentity() {
        assertThat(ContractRun.of(WrongIdentity.class).failures()).containsOnlyKeys("identityOfAtomsIsTheirHash");
    }

    @Test
    void catchesDrawsThatAreTooNarrow() {
        assertThat(ContractRun.of(NarrowDraws.class).failures())
                .containsOnlyKeys("drawsHaveTheMeanAndTheVariancesOfTheClosedForm");
    }

    @Test
    void catchesDrawsThatIgnoreTheGenerator() {
        assertThat(ContractRun.of(OwnRandomness.class).failures())
                .containsKeys("drawsFollowFromTheGenerator", "givesTheSameBitsEachTimeAndWhenTwoThreadsWorkAtOnce");
    }

    @Test
    void catchesADensityThatIsNotNormalised() {
        assertThat(ContractRun.of(NotNormalised.class).failures())
                .containsOnlyKeys("densityOfOneDimensionIntegratesToOne", "densityIsThatOfTheComponents");
    }

    @Test
    void catchesAModifiedInput() {
        assertThat(ContractRun.of(ModifiesInput.class).failures().get("scoresOfABatchAreThoseOfItsStates"))
                .contains("scores changed its input: index 0");
    }

    @Test
    void catchesStateThatThreadsShare() {
        assertThat(ContractRun.of(SharedState.class).failures())
                .containsKey("givesTheSameBitsEachTimeAndWhenTwoThreadsWorkAtOnce");
    }

    /** A mixture whose capabilities can be replaced one by one. */
    private static class Mixture implements Distribution, Components, DifferentiableDensity, NoisyScore, Drawable {
        final MixturePrior right;

        Mixture(MixturePrior right) {
            this.right = right;
        }

        @Override
        public Space space() {
            return right.space();
        }

        @Override
        public int count() {
            return right.count();
        }

        @Override
        public double logWeight(int n) {
            return right.logWeight(n);
        }

        @Override
        public void mean(int n, double[] out) {
            right.mean(n, out);
        }

        @Override
        public Covariance covariance(int n) {
            return right.covariance(n);
        }

        @Override
        public double logDensity(double[] x) {
            return right.logDensity(x);
        }

        @Override
        public void score(double[] x, double[] out) {
            right.score(x, out);
        }

        @Override
        public void scores(double[] states, int count, double sigma, double[] out) {
            right.scores(states, count, sigma, out);
        }

        @Override
        public void draw(RandomGenerator random, double[] out) {
            right.draw(random, out);
        }
    }

    /** The same without its components. */
    private static class DensityOnly extends Mixture {
        DensityOnly() {
            super(MIXTURE);
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return type == Components.class || type == NoisyScore.class ? Optional.empty() : super.capability(type);
        }
    }

    @Subject
    static class RightMixture extends PriorContract {
        @Override
        protected Distribution prior() {
            return MIXTURE;
        }
    }

    @Subject
    static class RightScalar extends PriorContract {
        @Override
        protected Distribution prior() {
            return new MixturePrior(new double[] {0.5, 0.5}, new double[][] {{-1.5}, {2.5}}, new Covariance[] {
                DenseCovariance.isotropic(1, 0.0025), DenseCovariance.isotropic(1, 0.09)
            });
        }
    }

    @Subject
    static class RightAtoms extends PriorContract {
        @Override
        protected Distribution prior() {
            return ATOMS;
        }
    }

    @Subject
    static class RightDensity extends PriorContract {
        @Override
        protected Distribution prior() {
            return new DensityOnly();
        }
    }

    @Subject
    static class WrongSign extends PriorContract {
        @Override
        protected Distribution prior() {
            return new DensityOnly() {
                @Override
                public void score(double[] x, double[] out) {
                    right.score(x, out);
                    Arrays.setAll(out, i -> -out[i]);
                }
            };
        }
    }

    @Subject
    static class ScaledScore extends PriorContract {
        @Override
        protected Distribution prior() {
            return new Mixture(MIXTURE) {
                @Override
                public void scores(double[] states, int count, double sigma, double[] out) {
                    right.scores(states, count, sigma, out);
                    Arrays.setAll(out, i -> -sigma * out[i]);
                }
            };
        }
    }

    /** A mixture whose Jacobian can be replaced. */
    private static class WithJacobian extends Mixture implements DenoiserJacobian {
        WithJacobian() {
            super(MIXTURE);
        }

        @Override
        public void products(double[] states, double[] directions, int count, double sigma, double[] out) {
            right.products(states, directions, count, sigma, out);
        }
    }

    @Subject
    static class JacobianOfTheScore extends PriorContract {
        @Override
        protected Distribution prior() {
            return new WithJacobian() {
                @Override
                public void products(double[] states, double[] directions, int count, double sigma, double[] out) {
                    super.products(states, directions, count, sigma, out);
                    Arrays.setAll(out, i -> (out[i] - directions[i]) / (sigma * sigma));
                }
            };
        }
    }

    @Subject
    static class MixedProducts extends PriorContract {
        @Override
        protected Distribution prior() {
            return new WithJacobian() {
                @Override
                public void products(double[] states, double[] directions, int count, double sigma, double[] out) {
                    super.products(states, directions, count, sigma, out);
                    out[0] += 1e-6 * (count - 1);
                }
            };
        }
    }

    @Subject
    static class MixedBatch extends PriorContract {
        @Override
        protected Distribution prior() {
            return new Mixture(MIXTURE) {
                @Override
                public void scores(double[] states, int count, double sigma, double[] out) {
                    right.scores(states, count, sigma, out);
                    out[0] += 1e-6 * (count - 1);
                }
            };
        }
    }

    @Subject
    static class LooseWeights extends PriorContract {
        @Override
        protected Distribution prior() {
            return new Mixture(MIXTURE) {
                @Override
                public double logWeight(int n) {
                    return right.logWeight(n) + Math.log(1.1);
                }
            };
        }
    }

    @Subject
    static class WrongIdentity extends PriorContract {
        @Override
        protected Distribution prior() {
            return new RenamedAtoms();
        }
    }

    private static final class RenamedAtoms implements Distribution, Atoms {
        @Override
        public Space space() {
            return ATOMS.space();
        }

        @Override
        public int count() {
            return ATOMS.count();
        }

        @Override
        public void atom(int n, double[] out) {
            ATOMS.atom(n, out);
        }

        @Override
        public double logWeight(int n) {
            return ATOMS.logWeight(n);
        }

        @Override
        public String identity() {
            return ATOMS.identity().substring(1);
        }
    }

    @Subject
    static class NarrowDraws extends PriorContract {
        @Override
        protected Distribution prior() {
            return new Mixture(MIXTURE) {
                @Override
                public void draw(RandomGenerator random, double[] out) {
                    double[] mean = new PriorSamples(right).mean();
                    right.draw(random, out);
                    Arrays.setAll(out, i -> mean[i] + 0.9 * (out[i] - mean[i]));
                }
            };
        }
    }

    @Subject
    static class OwnRandomness extends PriorContract {
        @Override
        protected Distribution prior() {
            java.util.Random own = new java.util.Random(1);
            return new Mixture(MIXTURE) {
                @Override
                public void draw(RandomGenerator random, double[] out) {
                    right.draw(own, out);
                }
            };
        }
    }

    @Subject
    static class NotNormalised extends PriorContract {
        @Override
        protected Distribution prior() {
            return new Mixture(MixturePrior.gaussian(new double[] {1}, DenseCovariance.isotropic(1, 4))) {
                @Override
                public double logDensity(double[] x) {
                    return right.logDensity(x) + 0.01;
                }
            };
        }
    }

    @Subject
    static class ModifiesInput extends PriorContract {
        @Override
        protected Distribution prior() {
            return new Mixture(MIXTURE) {
                @Override
                public void scores(double[] states, int count, double sigma, double[] out) {
                    right.scores(states, count, sigma, out);
                    states[0] /= sigma;
                }
            };
        }
    }

    @Subject
    static class SharedState extends PriorContract {
        @Override
        protected Distribution prior() {
            return new Mixture(MIXTURE) {
                private final double[] shared = new double[2];

                @Override
                public void score(double[] x, double[] out) {
                    System.arraycopy(x, 0, shared, 0, 2);
                    long until = System.nanoTime() + WHILE_NANOSECONDS;
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    right.score(shared, out);
                }
            };
        }
    }
}
