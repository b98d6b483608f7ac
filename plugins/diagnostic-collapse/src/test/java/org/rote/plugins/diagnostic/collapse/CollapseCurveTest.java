package org.rote.plugins.diagnostic.collapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.numerics.Covariances;
import org.rote.spi.AffineMapping;
import org.rote.spi.Covariance;
import org.rote.spi.Diagnostic;
import org.rote.spi.Finding;
import org.rote.spi.ForwardOperator;
import org.rote.spi.GaussianNoise;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.NoiseModel;
import org.rote.spi.Posterior;
import org.rote.spi.Space;
import org.rote.spi.Value;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** The collapse curve against {@code effective-modes.json} and, for linear operators, against determinants of small matrices. */
class CollapseCurveTest {

    /** What the issue asks for; the published grid and ours both integrate analytic functions far below it. */
    private static final double RELATIVE = 1e-10;

    private static final long SEED = 11;

    @Test
    void reproducesThePublishedCurves() {
        ReferenceNumbers published = ReferenceNumbers.shared("effective-modes.json");
        double[][] pool = new double[100][1];
        Arrays.setAll(pool, i -> new double[] {-3 + 6.0 * i / 99});
        Likelihood likelihood = new Likelihood(
                new Cubic(), new WhiteNoise(1, published.at("gamma").number()), new double[] {0});
        TestCase subject = TestCase.of(new Posterior(new AtomPrior(pool), likelihood));
        CollapseCurveConfig config =
                new CollapseCurveConfig(List.of(3, 5, 10, 20, 100), "0.01", "5", 70, Optional.empty());
        Map<String, Value> findings =
                conclude(new CollapseCurve(config.counts(), config.bandwidths("1"), Optional.of(pool(pool))), subject);
        for (int c = 0; c < 5; c++) {
            ReferenceNumbers curve = published.at("curves", c);
            double[] expected = curve.at("effective_modes").numbers();
            for (int s = 0; s < expected.length; s++) {
                assertThat(findings.get("effective-modes").values()[c * 70 + s])
                        .as("curve %d, sigma %d", c, s)
                        .isCloseTo(expected[s], within(RELATIVE * expected[s]));
            }
            assertClose(
                    findings.get("sigma-crit").values()[c],
                    curve.at("sigma_crit").number());
            assertClose(
                    findings.get("spacing").values()[c], curve.at("delta_used").number());
            assertClose(
                    findings.get("derivative").values()[c]
                            * published.at("gamma").number(),
                    curve.at("mean_jacobian").number());
        }
        double[] sigmas = published.at("sigma_sweep").numbers();
        assertThat(findings.get("sigma").values()).containsExactly(sigmas, within(RELATIVE));
    }

    @ParameterizedTest
    @CsvSource({"3, 5", "5, 3", "4, 4"})
    void agreesWithDeterminantsInDataAndModelSpace(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] matrix = new double[rows][];
        Arrays.setAll(matrix, i -> random.doubles(columns, -1, 1).toArray());
        double[][] models = new double[6][];
        Arrays.setAll(models, i -> random.doubles(columns, -1, 1).toArray());
        double[] variances = random.doubles(rows, 0.1, 1).toArray();
        double[] data = random.doubles(rows, -1, 1).toArray();
        AffineMapping operator = new DenseOperator(matrix);
        for (NoiseModel noise : List.of(new Noise(Covariances.diagonal(variances)), new WhiteNoise(rows, 0.4))) {
            Covariance gamma = ((GaussianNoise) noise).covariance();
            Likelihood likelihood = new Likelihood(operator, noise, data);
            SpectrumRecipe recipe = new SpectrumRecipe(likelihood, gamma);
            double[] sigmas = {0.1, 1, 4};
            double[][] logs = new double[2][sigmas.length];
            for (int s = 0; s < sigmas.length; s++) {
                for (int n = 0; n < 2; n++) {
                    double[] residual = residual(operator, models[n], data);
                    ComponentEvidence evidence = recipe.at(models[n]).evidence(residual, models[n]);
                    logs[n][s] = evidence.log(sigmas[s]) - direct(matrix, gamma, residual, sigmas[s]);
                }
                // both leave out the same constant, for every model and bandwidth
                assertThat(logs[1][s]).as("seed %d", SEED).isCloseTo(logs[0][0], within(RELATIVE));
                assertThat(logs[0][s]).as("seed %d", SEED).isCloseTo(logs[0][0], within(RELATIVE));
            }
        }
    }

    @Test
    void spansTheTreeOfLeastLength() {
        assertThat(SpanningTree.meanEdge(new double[][] {{3}, {-1}, {0}, {7}})).isEqualTo(8.0 / 3);
        assertThat(SpanningTree.meanEdge(new double[][] {{0, 0}, {3, 4}, {3, 0}}))
                .isEqualTo(3.5);
    }

    @Test
    void saysWhyItDoesNotApply() {
        double[][] models = {{0}, {1}};
        Likelihood likelihood = new Likelihood(new Cubic(), new WhiteNoise(1, 1), new double[] {0});
        TestCase subject = TestCase.of(new Posterior(new AtomPrior(models), likelihood));
        CollapseCurveConfig config = new CollapseCurveConfig(List.of(2, 3), "0.1", "1", 5, Optional.empty());
        assertThat(new CollapseCurve(config.counts(), config.bandwidths("1"), Optional.of(pool(models)))
                        .inapplicable(subject))
                .contains("counts asks for 3 models, the pool has 2");
        assertThat(new CollapseCurve(config.counts(), config.bandwidths("1"), Optional.empty()).inapplicable(subject))
                .contains("the prior has no training set, and no pool is given");
    }

    @Test
    void refusesEmptyRangesAllAtOnce() {
        assertThatThrownBy(() -> new CollapseCurveConfig(List.of(1), "0", "-1", 1, Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("sigmas: must be at least 2, got 1 (give 2 or more); "
                        + "sigma-from: must be greater than 0, got 0 (give the smallest bandwidth); "
                        + "sigma-to: must be greater than 0, got -1 (give the largest bandwidth); "
                        + "counts[0]: must be at least 2, got 1 (give 2 or more)");
    }

    @Test
    void readsBandwidthsInTheUnitOfTheModel() {
        CollapseCurveConfig config = new CollapseCurveConfig(List.of(2), "1 us/m", "1 ms/m", 4, Optional.empty());
        assertThat(config.bandwidths("s/m")).containsExactly(new double[] {1e-6, 1e-5, 1e-4, 1e-3}, within(1e-15));
        CollapseCurveConfig reversed = new CollapseCurveConfig(List.of(2), "2", "1", 4, Optional.empty());
        assertThatThrownBy(() -> reversed.bandwidths("1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("sigma-to: must be greater than sigma-from = 2, got 1 (give the largest bandwidth)");
    }

    @Test
    void saysThatThePoolDoesNotFitTheModel() {
        Likelihood likelihood = new Likelihood(new Cubic(), new WhiteNoise(1, 1), new double[] {0});
        TestCase subject = TestCase.of(new Posterior(new AtomPrior(new double[][] {{0}, {1}}), likelihood));
        CollapseCurveConfig config = new CollapseCurveConfig(List.of(2), "0.1", "1", 5, Optional.empty());
        assertThat(new CollapseCurve(config.counts(), config.bandwidths("1"), Optional.of(pool(new double[][] {
                            {0, 1}, {1, 0}
                        })))
                        .inapplicable(subject))
                .contains("the pool does not fit the model: expected value, component 1, got value, component 2");
    }

    @Test
    void quadratureFollowsLikelihoodsMuchNarrowerThanTheComponent() {
        // log N(0; x_n, σ² + γ²) for F(x) = x
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[][] {{1}}), new WhiteNoise(1, 1e-3), new double[] {0});
        double variance = 25 + 1e-6;
        assertThat(new QuadratureEvidence(likelihood, 3).log(5))
                .isCloseTo(-0.5 * (9 / variance + Math.log(2 * Math.PI * variance)), within(1e-8));
    }

    @Test
    void saysWhetherWeightsAreExactAndMarksOnlyBandwidthsWithinTheFigure() {
        CollapseCurveConfig config = new CollapseCurveConfig(List.of(2), "1e-3", "1e-2", 5, Optional.empty());
        double[][] line = {{0}, {1}};
        Likelihood cubic = new Likelihood(new Cubic(), new WhiteNoise(1, 1), new double[] {0});
        Diagnostic.Conclusion one = new CollapseCurve(config.counts(), config.bandwidths("1"), Optional.of(pool(line)))
                .examine(TestCase.of(new Posterior(new AtomPrior(line), cubic)))
                .conclude();
        assertThat(one.figures().get(0).caption()).endsWith("(weights exact, by quadrature).");
        assertThat(one.figures().get(0).panels().get(0).layers()).hasSize(2); // a curve and the rule at one model
        double[][] plane = {{0, 0}, {1, 1}};
        Likelihood linear =
                new Likelihood(new DenseOperator(new double[][] {{1, 1}}), new WhiteNoise(1, 1), new double[] {0});
        assertThat(findings(plane, linear, config)).endsWith("; weights exact, as the operator is linear");
        Likelihood hidden = new Likelihood(new Bent(), new WhiteNoise(1, 1), new double[] {0});
        assertThat(findings(plane, hidden, config))
                .endsWith("; weights linearized: F replaced by its tangent at each model");
    }

    private static String findings(double[][] models, Likelihood likelihood, CollapseCurveConfig config) {
        TestCase subject = TestCase.of(new Posterior(new AtomPrior(models), likelihood));
        return new CollapseCurve(config.counts(), config.bandwidths("1"), Optional.of(pool(models)))
                .examine(subject).conclude().findings().stream()
                        .filter(finding -> finding.name().equals("effective-modes"))
                        .map(Finding::advice)
                        .findFirst()
                        .orElseThrow();
    }

    private static ModelPool pool(double[][] models) {
        return ModelPool.of(new AtomPrior(models), Space.vector(models[0].length));
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    private static Map<String, Value> conclude(Diagnostic diagnostic, TestCase subject) {
        assertThat(diagnostic.inapplicable(subject)).isEmpty();
        return diagnostic.examine(subject).conclude().findings().stream()
                .collect(Collectors.toMap(Finding::name, Finding::value));
    }

    private static double[] residual(AffineMapping operator, double[] model, double[] data) {
        double[] predicted = new double[data.length];
        operator.forward(model, predicted);
        Arrays.setAll(predicted, i -> data[i] - predicted[i]);
        return predicted;
    }

    /** log N(r; 0, σ² A Aᵀ + Γ) by the matrix itself. */
    private static double direct(double[][] a, Covariance gamma, double[] residual, double sigma) {
        int rows = a.length;
        double[] s = Covariances.toMatrix(gamma);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                for (int k = 0; k < a[0].length; k++) {
                    s[i * rows + j] += sigma * sigma * a[i][k] * a[j][k];
                }
            }
        }
        Covariance whole = Covariances.dense(rows, s);
        double[] solved = new double[rows];
        whole.solve(residual, solved);
        double quadratic = 0;
        for (int i = 0; i < rows; i++) {
            quadratic += residual[i] * solved[i];
        }
        return -0.5 * (quadratic + whole.logDeterminant() + rows * Math.log(2 * Math.PI));
    }

    private record Noise(Covariance covariance) implements GaussianNoise {
        @Override
        public Space space() {
            return Space.vector(covariance.size());
        }

        @Override
        public double logDensity(double[] observed, double[] predicted) {
            throw new AssertionError("not asked for a density");
        }

        @Override
        public void gradient(double[] observed, double[] predicted, double[] out) {
            throw new AssertionError("not asked for a gradient");
        }

        @Override
        public void draw(double[] predicted, java.util.random.RandomGenerator random, double[] out) {
            throw new AssertionError("not asked for a draw");
        }
    }

    /** F(x) = x₁² + x₂. */
    record Bent() implements ForwardOperator {
        @Override
        public Space domain() {
            return Space.vector(2);
        }

        @Override
        public Space range() {
            return Space.vector(1);
        }

        @Override
        public void forward(double[] x, double[] out) {
            out[0] = x[0] * x[0] + x[1];
        }

        @Override
        public Linearization linearize(double[] x) {
            double[] value = new double[1];
            forward(x, value);
            double slope = 2 * x[0];
            return new Linearization() {
                @Override
                public double[] value() {
                    return value;
                }

                @Override
                public void jvp(double[] dx, double[] out) {
                    out[0] = slope * dx[0] + dx[1];
                }

                @Override
                public void vjp(double[] dy, double[] out) {
                    out[0] = slope * dy[0];
                    out[1] = dy[0];
                }
            };
        }
    }

    /** F(x) = x + 0.3 x³. */
    record Cubic() implements ForwardOperator {
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
            out[0] = x[0] + 0.3 * x[0] * x[0] * x[0];
        }

        @Override
        public Linearization linearize(double[] x) {
            double[] value = new double[1];
            forward(x, value);
            double slope = 1 + 0.9 * x[0] * x[0];
            return new Linearization() {
                @Override
                public double[] value() {
                    return value;
                }

                @Override
                public void jvp(double[] dx, double[] out) {
                    out[0] = slope * dx[0];
                }

                @Override
                public void vjp(double[] dy, double[] out) {
                    out[0] = slope * dy[0];
                }
            };
        }
    }
}
