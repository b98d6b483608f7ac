package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rote.spi.Covariance;

/** Each planted fault must be caught by the test that is there for it. */
class CovarianceContractTest {

    @Test
    void acceptsARightCovariance() {
        ContractRun run = ContractRun.of(Right.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(7);
    }

    @Test
    void catchesARootThatIsNone() {
        assertThat(ContractRun.of(WrongRoot.class).failures()).containsOnlyKeys("rootTimesItsTransposeIsTheCovariance");
    }

    @Test
    void catchesAWrongDeterminant() {
        assertThat(ContractRun.of(HalfDeterminant.class).failures())
                .containsOnlyKeys("logDeterminantIsThatOfTheColumns");
    }

    @Test
    void catchesASolveThatDoesNotUndoApply() {
        assertThat(ContractRun.of(SolveIsApply.class).failures()).containsOnlyKeys("solveUndoesApply");
    }

    @Test
    void catchesNoiseAddedAsADeviation() {
        assertThat(ContractRun.of(AddsDeviation.class).failures()).containsOnlyKeys("plusIsotropicAddsToTheDiagonal");
    }

    private static class Dense implements Covariance {
        final DenseCovariance right =
                new DenseCovariance(new double[][] {{2, 0.5, 0.1}, {0.5, 1, -0.3}, {0.1, -0.3, 3}});

        @Override
        public int size() {
            return 3;
        }

        @Override
        public void apply(double[] v, double[] out) {
            right.apply(v, out);
        }

        @Override
        public void solve(double[] v, double[] out) {
            right.solve(v, out);
        }

        @Override
        public double logDeterminant() {
            return right.logDeterminant();
        }

        @Override
        public void root(double[] z, double[] out) {
            right.root(z, out);
        }

        @Override
        public Covariance plusIsotropic(double variance) {
            return right.plusIsotropic(variance);
        }
    }

    @Subject
    static class Right extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return new Dense();
        }
    }

    @Subject
    static class WrongRoot extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return new Dense() {
                @Override
                public void root(double[] z, double[] out) {
                    right.apply(z, out);
                }
            };
        }
    }

    @Subject
    static class HalfDeterminant extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return new Dense() {
                @Override
                public double logDeterminant() {
                    return right.logDeterminant() / 2;
                }
            };
        }
    }

    @Subject
    static class SolveIsApply extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return new Dense() {
                @Override
                public void solve(double[] v, double[] out) {
                    right.apply(v, out);
                }
            };
        }
    }

    @Subject
    static class AddsDeviation extends CovarianceContract {
        @Override
        protected Covariance covariance() {
            return new Dense() {
                @Override
                public Covariance plusIsotropic(double variance) {
                    return right.plusIsotropic(Math.sqrt(variance));
                }
            };
        }
    }
}
