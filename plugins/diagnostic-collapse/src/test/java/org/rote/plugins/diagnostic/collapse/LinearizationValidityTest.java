package org.rote.plugins.diagnostic.collapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.Covariances;
import org.rote.numerics.Weights;
import org.rote.spi.Axis;
import org.rote.spi.Covariance;
import org.rote.spi.Distribution;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.RunExecutor;
import org.rote.spi.Severity;
import org.rote.spi.Space;
import org.rote.spi.Tabulated;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Distances to the quadrature posterior as published, and the two local measures by hand. */
class LinearizationValidityTest {

    /** The integrand |p − q| has kinks, so the midpoint rule on 40 000 cells is right to the square of a cell. */
    private static final double INTEGRATION = 1e-6;

    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void totalVariationIsThePublishedOne(int sigma) {
        ReferenceNumbers problem = ReferenceNumbers.shared("stylized-1d.json");
        TestCase subject = Stylized.subject(problem, sigma);
        Table table = Table.of(
                -8.5, 9.5, 40_000, x -> subject.posterior().logDensity(x).orElseThrow());
        Map<String, Finding> findings =
                conclude(subject.withSiblings(TestCase.of(subject.posterior()).withSolution(table)));
        assertThat(findings.get("total-variation").value().values()[0])
                .isCloseTo(
                        problem.at("per_sigma", sigma, "posterior_quadrature", "tv_linearized_with_determinant")
                                .number(),
                        within(INTEGRATION));
        assertThat(findings.get("kl-divergence").value().values()[0]).isPositive();
    }

    @Test
    void divergenceOfTwoGaussiansIsTheKnownOne() {
        // p = N(0, 1), q = N(1, 4): KL = log 2 + (1 + 1)/8 − 1/2
        Table p = Table.of(-12, 12, 20_000, x -> -0.5 * x[0] * x[0]);
        MixturePrior q = MixturePrior.gaussian(new double[] {1}, Covariances.isotropic(1, 4));
        Divergences divergences = Divergences.between(p, q, RunExecutor.SERIAL);
        assertThat(divergences.kullbackLeibler()).isCloseTo(Math.log(2) + 0.25 - 0.5, within(1e-9));
    }

    @Test
    void massOutsideTheTableCountsInFull() {
        Table p = Table.of(-1, 1, 1000, x -> 0);
        MixturePrior q = MixturePrior.gaussian(new double[] {100}, Covariances.isotropic(1, 1));
        assertThat(Divergences.between(p, q, RunExecutor.SERIAL).totalVariation())
                .isCloseTo(1, within(ROUNDING));
    }

    @Test
    void errorAndShiftOfAQuadraticAreThoseByHand() {
        // F(x) = x₁² + x₂ between (1, 0) and (1.5, 1): F − F̂ = 0.5² = 0.25, over noise 0.1
        TestCase subject =
                bent(new double[][] {{1, 0}, {1, 4}}, new double[][] {{1.5, 1}, {1, 4}}, new double[] {1, 0});
        Map<String, Finding> findings = conclude(subject);
        assertThat(findings.get("linearization-error").value().values())
                .containsExactly(new double[] {2.5}, within(ROUNDING));
        assertThat(findings.get("linearization-error").severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get("relative-shift").value().values())
                .containsExactly(new double[] {Math.sqrt(1.25) / 4}, within(ROUNDING));
        assertThat(findings.get("relative-shift").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void componentsAreWeightedAndListedHeaviestFirst() {
        TestCase subject =
                bent(new double[][] {{1, 0}, {1, 4}}, new double[][] {{1.5, 1}, {1.1, 4}}, new double[] {0.25, 0.75});
        Map<String, Finding> findings = conclude(subject);
        assertThat(findings.get("linearization-errors").value().values())
                .containsExactly(new double[] {0.1, 2.5}, within(ROUNDING));
        assertThat(findings.get("linearization-error").value().values())
                .containsExactly(new double[] {0.75 * 0.1 + 0.25 * 2.5}, within(ROUNDING));
    }

    @Test
    void oneComponentHasNoSpacingToCompareItsShiftWith() {
        Map<String, Finding> findings =
                conclude(bent(new double[][] {{1, 0}}, new double[][] {{1.5, 1}}, new double[] {1}));
        assertThat(findings).containsOnlyKeys("linearization-error", "linearization-errors");
    }

    @Test
    void exactCopiesOfAModelAreNotItsNeighbours() {
        Map<String, Finding> findings = conclude(bent(
                new double[][] {{1, 0}, {1, 0}, {1, 2}},
                new double[][] {{1.5, 0}, {1.5, 0}, {1, 2}},
                new double[] {0.5, 0.5, 0}));
        assertThat(findings.get("relative-shifts").value().values())
                .containsExactly(new double[] {0.25, 0.25}, within(ROUNDING));
    }

    @Test
    void saysWhyItDoesNotApply() {
        Likelihood linear =
                new Likelihood(new DenseOperator(new double[][] {{1}}), new WhiteNoise(1, 1), new double[] {0});
        AtomPrior atoms = new AtomPrior(new double[][] {{0}, {1}});
        assertThat(new LinearizationValidity().inapplicable(TestCase.of(new Posterior(atoms, linear))))
                .contains("the operator is linear, so nothing was linearized");
        Likelihood cubic = new Likelihood(new CollapseCurveTest.Cubic(), new WhiteNoise(1, 1), new double[] {0});
        assertThat(new LinearizationValidity()
                        .inapplicable(TestCase.of(new Posterior(atoms, cubic)).withSolution(atoms)))
                .contains("the sampler did not linearize a mixture");
    }

    /** F(x) = x₁² + x₂ with noise 0.1; components at {@code from} are said to have moved to {@code to}. */
    private static TestCase bent(double[][] from, double[][] to, double[] weights) {
        Covariance[] covariances = new Covariance[from.length];
        Arrays.fill(covariances, Covariances.isotropic(2, 1));
        double[] uniform = new double[from.length];
        Arrays.fill(uniform, 1);
        Posterior posterior = new Posterior(
                new MixturePrior(uniform, from, covariances),
                new Likelihood(new CollapseCurveTest.Bent(), new WhiteNoise(1, 0.1), new double[] {0}));
        return TestCase.of(posterior).withSolution(new Stylized.Solution(weights, to, covariances));
    }

    private static Map<String, Finding> conclude(TestCase subject) {
        assertThat(new LinearizationValidity().inapplicable(subject)).isEmpty();
        return new LinearizationValidity()
                .examine(subject).conclude().findings().stream()
                        .collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    /** A density on a line, normalised by its own sum. */
    private record Table(List<Axis> centres, double[] logDensities) implements Distribution, Tabulated {

        static Table of(double from, double to, int cells, ToDoubleFunction<double[]> log) {
            double step = (to - from) / cells;
            Axis axis = new Axis("x", "1", cells, step, from + 0.5 * step);
            double[] logs = new double[cells];
            Arrays.setAll(logs, i -> log.applyAsDouble(new double[] {axis.at(i)}));
            double total = Weights.logSumExp(logs) + Math.log(step);
            Arrays.setAll(logs, i -> logs[i] - total);
            return new Table(List.of(axis), logs);
        }

        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public double logDensity(double[] x) {
            throw new AssertionError("the table is asked, not the density");
        }
    }
}
