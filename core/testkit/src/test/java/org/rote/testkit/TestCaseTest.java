package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Linearization;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;
import org.rote.spi.Value;

class TestCaseTest {

    private static final TestCase SUBJECT =
            TestCase.of(KnownPosterior.all().get(0).posterior());

    @Test
    void handsEveryBatchToTheDiagnosticAndKeepsItsArrays() {
        TestCase subject = SUBJECT.withTruth(2);
        Diagnostic.Conclusion conclusion = subject.examinedBy(
                new ErrorOfTheMean(), new Draws(2, new double[] {1, 2}), new Draws(1, new double[] {6}));
        assertThat(conclusion.findings()).hasSize(1);
        assertThat(conclusion.findings().get(0).value()).isEqualTo(Value.of(1));
        assertThat(subject.arrays()).containsEntry("mean", Value.of(new double[] {3}));
    }

    @Test
    void saysWhyADiagnosticDoesNotApply() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUBJECT.examinedBy(new ErrorOfTheMean()))
                .withMessage("the diagnostic does not apply: the truth is not known");
    }

    @Test
    void keepsWhatItWasGiven() {
        MixturePrior solution = MixturePrior.gaussian(new double[] {0}, DenseCovariance.isotropic(1, 1));
        TestCase other = SUBJECT.named("other");
        TestCase subject = SUBJECT.withSolution(solution).withSiblings(other);
        assertThat(subject.solution()).contains(solution);
        assertThat(subject.siblings()).containsExactly(other);
        assertThat(other.name()).isEqualTo("other");
        assertThat(SUBJECT.solution()).isEmpty();
        assertThat(SUBJECT.withArray("weights", Value.of(2)).array("weights")).contains(Value.of(2));
        assertThat(SUBJECT.array("weights")).isEmpty();
    }

    @Test
    void hasTheTruthAsItsModelUnlessItIsBehindAParameterization() {
        TestCase subject = SUBJECT.withTruth(2);
        assertThat(subject.trueModel()).contains(new double[] {2});
        Halved halved = new Halved();
        TestCase behind = subject.behind(halved, Optional.of(new double[] {1}));
        assertThat(behind.parameterization()).contains(halved);
        assertThat(behind.truth()).contains(new double[] {2});
        assertThat(behind.trueModel()).contains(new double[] {1});
    }

    /** m = x / 2. */
    private static final class Halved implements Parameterization {
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
            out[0] = x[0] / 2;
        }

        @Override
        public Linearization linearize(double[] x) {
            throw new UnsupportedOperationException("not asked for in this test");
        }
    }

    /** |mean of the draws − truth|. */
    private static final class ErrorOfTheMean implements Diagnostic {
        @Override
        public Optional<String> inapplicable(Case subject) {
            return subject.truth().isPresent() ? Optional.empty() : Optional.of("the truth is not known");
        }

        @Override
        public Examination examine(Case subject) {
            return new Examination() {
                private final Average average = new Average();

                @Override
                public void accept(Draws draws) {
                    for (double value : draws.values()) {
                        average.add(value);
                    }
                }

                @Override
                public Conclusion conclude() {
                    subject.sink().array("mean", new int[] {1}, new double[] {average.mean()});
                    double error = Math.abs(average.mean() - subject.truth().orElseThrow()[0]);
                    return new Conclusion(List.of(Finding.info("error", Value.of(error), "1", "")), List.of());
                }
            };
        }
    }
}
