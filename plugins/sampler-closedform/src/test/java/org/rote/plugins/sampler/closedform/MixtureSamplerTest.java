package org.rote.plugins.sampler.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.numerics.Covariances;
import org.rote.numerics.posterior.Iteration;
import org.rote.numerics.posterior.Solver;
import org.rote.spi.AffineMapping;
import org.rote.spi.Chain;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Draws;
import org.rote.spi.Evidence;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.RunInterruptedException;
import org.rote.spi.Space;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestSamplerContext;
import org.rote.testkit.WhiteNoise;

/** Every way of solving a linear problem gives one answer, and the draws have its moments. */
class MixtureSamplerTest {

    private static final long SEED = 7;

    /** Condition numbers stay below 1e4. */
    private static final double ROUNDING = 1e-10;

    /** Four standard errors of half a log determinant, from 2 000 probes of a spectrum over two decades in at most eight dimensions. */
    private static final double ESTIMATED_LOGARITHM = 0.3;

    @ParameterizedTest
    @CsvSource({"3, 8", "8, 3", "5, 5", "1, 1"})
    void dataSpaceModelSpaceAndIterationAgree(int rows, int columns) {
        Posterior posterior = linear(rows, columns, 4, true);
        Components dense = solve(posterior, Solver.DENSE);
        Components iterative = solve(posterior, Solver.ITERATIVE);
        Components each = solve(hidingThatItIsAffine(posterior), Solver.DENSE);
        Components separate = solve(linear(rows, columns, 4, false), Solver.DENSE);
        for (int n = 0; n < 4; n++) {
            assertThat(mean(iterative, n, columns)).containsExactly(mean(dense, n, columns), within(ROUNDING));
            assertThat(mean(each, n, columns)).containsExactly(mean(dense, n, columns), within(ROUNDING));
            assertThat(mean(separate, n, columns)).containsExactly(mean(dense, n, columns), within(ROUNDING));
            assertThat(each.logWeight(n)).isCloseTo(dense.logWeight(n), within(ROUNDING));
            assertThat(separate.logWeight(n)).isCloseTo(dense.logWeight(n), within(ROUNDING));
            assertThat(iterative.logWeight(n))
                    .isCloseTo(dense.logWeight(n), within(ROUNDING)); // one determinant for all
            double[] covariance = Covariances.toMatrix(dense.covariance(n));
            assertThat(Covariances.toMatrix(iterative.covariance(n))).containsExactly(covariance, within(ROUNDING));
            assertThat(Covariances.toMatrix(each.covariance(n))).containsExactly(covariance, within(ROUNDING));
        }
        assertThat(((Evidence) iterative).logEvidence())
                .isCloseTo(((Evidence) dense).logEvidence(), within(ESTIMATED_LOGARITHM));
    }

    @ParameterizedTest
    @CsvSource({"6", "60"}) // in data space, in model space
    void posteriorCovarianceOfManyUnknownsIsConsistentWithoutAMatrix(int rows) {
        Posterior posterior = linear(rows, 40, 2, true); // above the size that is kept as a matrix
        Covariance covariance = solve(posterior, Solver.DENSE).covariance(0);
        double[] matrix = Covariances.toMatrix(covariance);
        Covariance dense = Covariances.dense(40, matrix);
        double[] v = new SplittableRandom(SEED).doubles(40).toArray();
        double[] applied = new double[40];
        double[] solved = new double[40];
        covariance.apply(v, applied);
        covariance.solve(applied, solved);
        assertThat(solved).containsExactly(v, within(ROUNDING));
        assertThat(covariance.logDeterminant()).isCloseTo(dense.logDeterminant(), within(ROUNDING));
        assertThat(Covariances.toMatrix(covariance.plusIsotropic(0.3)))
                .containsExactly(Covariances.toMatrix(dense.plusIsotropic(0.3)), within(ROUNDING));
        assertRootSquaresTo(covariance, matrix);
    }

    private static void assertRootSquaresTo(Covariance covariance, double[] matrix) {
        int size = covariance.size();
        double[] squared = new double[size * size];
        double[] unit = new double[covariance.rootSize()];
        double[] column = new double[size];
        for (int k = 0; k < unit.length; k++) {
            unit[k] = 1;
            covariance.root(unit, column);
            unit[k] = 0;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    squared[i * size + j] += column[i] * column[j];
                }
            }
        }
        assertThat(squared).containsExactly(matrix, within(ROUNDING));
    }

    @Test
    void drawsHaveTheMomentsOfTheMixtureAndNameTheirComponent() {
        Posterior posterior = linear(3, 2, 3, true);
        MixtureSampler sampler = sampler(Solver.DENSE);
        int count = 40_000;
        double[] sum = new double[2];
        double[] picked = new double[3];
        double[] expected = new double[2];
        try (Chain chain = sampler.start(posterior, new TestSamplerContext(count).withSeed(SEED))) {
            Components solution = (Components) chain.solution().orElseThrow();
            for (int n = 0; n < 3; n++) {
                double[] mean = mean(solution, n, 2);
                for (int i = 0; i < 2; i++) {
                    expected[i] += Math.exp(solution.logWeight(n)) * mean[i];
                }
            }
            int done = 0;
            while (done < count) {
                Draws draws = chain.advance(count - done).orElseThrow();
                for (int k = 0; k < draws.count(); k++) {
                    sum[0] += draws.values()[2 * k];
                    sum[1] += draws.values()[2 * k + 1];
                    picked[(int) draws.traces().get("component")[k]]++;
                }
                done += draws.count();
            }
            // four standard errors of a proportion, and of a mean whose spread is below 2
            for (int n = 0; n < 3; n++) {
                double w = Math.exp(solution.logWeight(n));
                assertThat(picked[n] / count)
                        .as("seed %d", SEED)
                        .isCloseTo(w, within(4 * Math.sqrt(w * (1 - w) / count) + 1e-12));
            }
            for (int i = 0; i < 2; i++) {
                assertThat(sum[i] / count).as("seed %d", SEED).isCloseTo(expected[i], within(4 * 2 / Math.sqrt(count)));
            }
        }
    }

    @Test
    void drawsDoNotDependOnHowManyAreAskedForAtOnceAndResume() {
        Posterior posterior = linear(3, 2, 3, true);
        double[] whole;
        try (Chain chain = sampler(Solver.DENSE).start(posterior, new TestSamplerContext(10))) {
            whole = chain.advance(10).orElseThrow().values();
        }
        try (Chain first = sampler(Solver.DENSE).start(posterior, new TestSamplerContext(10))) {
            double[] begin = first.advance(3).orElseThrow().values();
            try (Chain rest =
                    sampler(Solver.DENSE).start(posterior, new TestSamplerContext(10).resumingFrom(first.state()))) {
                double[] end = rest.advance(7).orElseThrow().values();
                assertThat(begin).containsExactly(Arrays.copyOf(whole, 6));
                assertThat(end).containsExactly(Arrays.copyOfRange(whole, 6, 20));
            }
        }
    }

    @Test
    void saysHowManyComponentsAreLinearizedAndHowManyDrawsAreMade() {
        List<String> told = new ArrayList<>();
        TestSamplerContext context = new TestSamplerContext(3)
                .withProgress((what, done, total) -> told.add(what + " " + done + "/" + total));
        try (Chain chain = sampler(Solver.DENSE).start(linear(3, 2, 2, false), context)) {
            assertThat(told)
                    .containsExactly(
                            "linearizing components 0/2", "linearizing components 1/2", "linearizing components 2/2");
            told.clear();
            chain.advance(2);
            assertThat(told).containsExactly("sampling 1/3", "sampling 2/3");
            chain.advance(1);
            assertThat(told).endsWith("sampling 3/3");
        }
    }

    @Test
    void showsThatWorkGoesOnWithinAComponent() {
        List<String> told = new ArrayList<>();
        TestSamplerContext context = new TestSamplerContext(3)
                .withProgress((what, done, total) -> told.add(what + " " + done + "/" + total));
        Posterior posterior = hidingThatItIsAffine(linear(3, 5, 2, true));
        try (Chain chain = sampler(Solver.DENSE).start(posterior, context)) {
            assertThat(chain.solution()).isPresent();
        }
        // at the beginning or the end of a component, and before each of its three products
        assertThat(told).hasSize(9).startsWith("linearizing components 0/2").endsWith("linearizing components 2/2");
        assertThat(told.subList(1, 4)).containsOnly("linearizing components 0/2");
        assertThat(told.subList(4, 8)).containsOnly("linearizing components 1/2");
    }

    @Test
    void stopsWithinABatchOfDrawsAndGoesOnFromBeforeIt() {
        Posterior posterior = linear(3, 2, 2, true);
        TestSamplerContext context = new TestSamplerContext(8).withProgress((what, done, total) -> {
            if (what.equals("sampling") && done == 5) {
                throw new RunInterruptedException();
            }
        });
        try (Chain chain = sampler(Solver.DENSE).start(posterior, context)) {
            chain.advance(3);
            assertThatThrownBy(() -> chain.advance(5)).isInstanceOf(RunInterruptedException.class);
            assertThat(chain.state().pieces()).isEqualTo(3);
        }
    }

    @Test
    void warnsThatEstimatedDeterminantsMakeWeightsUncertain() {
        TestSamplerContext context = new TestSamplerContext(0);
        try (Chain chain = sampler(Solver.ITERATIVE).start(linear(4, 5, 2, true), context)) {
            assertThat(chain.solution()).isPresent();
        }
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "log determinants of the data covariance are estimated from 2000 random probes with a standard error of at most ");
    }

    private static Components solve(Posterior posterior, Solver solver) {
        try (Chain chain = sampler(solver).start(posterior, new TestSamplerContext(0))) {
            return (Components) chain.solution().orElseThrow();
        }
    }

    private static MixtureSampler sampler(Solver solver) {
        return new MixtureSampler(new MixtureConfig(solver, new Iteration(1e-13, 1000, 2000, 60)), Requirements.none());
    }

    private static double[] mean(Components components, int n, int size) {
        double[] mean = new double[size];
        components.mean(n, mean);
        return mean;
    }

    private static Posterior linear(int rows, int columns, int count, boolean shared) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] matrix = new double[rows][];
        Arrays.setAll(matrix, i -> random.doubles(columns, -1, 1).toArray());
        double[][] means = new double[count][];
        Arrays.setAll(means, n -> random.doubles(columns, -2, 2).toArray());
        double[] variances = random.doubles(columns, 0.2, 2).toArray();
        double[] data = random.doubles(rows, -1, 1).toArray();
        Covariance one = Covariances.diagonal(variances);
        Covariance[] covariances = new Covariance[count];
        Arrays.setAll(covariances, n -> shared ? one : Covariances.diagonal(variances));
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        MixturePrior prior = new MixturePrior(weights, means, covariances);
        return new Posterior(prior, new Likelihood(new DenseOperator(matrix), new WhiteNoise(rows, 0.5), data));
    }

    private static Posterior hidingThatItIsAffine(Posterior posterior) {
        AffineMapping affine = (AffineMapping) posterior.likelihood().mapping();
        ForwardOperator hidden = new ForwardOperator() {
            @Override
            public Space domain() {
                return affine.domain();
            }

            @Override
            public Space range() {
                return affine.range();
            }

            @Override
            public void forward(double[] x, double[] out) {
                affine.forward(x, out);
            }

            @Override
            public Linearization linearize(double[] x) {
                return affine.linearize(x);
            }
        };
        Likelihood likelihood = posterior.likelihood();
        return new Posterior(posterior.prior(), new Likelihood(hidden, likelihood.noise(), likelihood.data()));
    }
}
