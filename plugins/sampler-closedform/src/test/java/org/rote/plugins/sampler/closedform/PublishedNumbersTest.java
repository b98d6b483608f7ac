package org.rote.plugins.sampler.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.numerics.Covariances;
import org.rote.numerics.posterior.Iteration;
import org.rote.numerics.posterior.Solver;
import org.rote.spi.Atoms;
import org.rote.spi.Chain;
import org.rote.spi.Components;
import org.rote.spi.Evidence;
import org.rote.spi.Factory;
import org.rote.spi.Posterior;
import org.rote.spi.Requirements;
import org.rote.spi.Sampler;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestContext;
import org.rote.testkit.TestSamplerContext;

/** The stylized problems against {@code stylized-1d.json} and {@code stylized-2d.json}, computed in double precision from the published code. */
class PublishedNumbersTest {

    /** What the issue asks for; both sides are double precision and of condition below 1e4. */
    private static final double RELATIVE = 1e-10;

    /** A weight below this is the exponential of a difference of logarithms near 100, each right to its last digit. */
    private static final double SMALLEST_WEIGHT = 1e-30;

    static Stream<Arguments> problems() {
        return Stream.of(new Object[][] {
                    {"stylized-1d.json"}, {"stylized-2d.json"}, {"stylized-2d.json", "paper_panel_pentagon"}
                })
                .flatMap(where -> Stream.of(0, 1, 2)
                        .map(sigma -> Arguments.of(where[0], where.length > 1 ? where[1] : "", sigma)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void linearizedMixtureHasThePublishedMomentsAndTheWeightsWithDeterminant(String file, String section, int sigma) {
        ReferenceNumbers problem = problem(file, section);
        ReferenceNumbers expected = problem.at("per_sigma", sigma);
        for (Solver solver : Solver.values()) {
            Posterior posterior = Stylized.posterior(
                    problem.at("x_train").rows(),
                    expected.at("sigma").number(),
                    problem.at("y").numbers());
            Components components =
                    solution(new MixtureSampler(config(solver), Requirements.none()), posterior, Components.class);
            for (int n = 0; n < components.count(); n++) {
                double[] mean = new double[posterior.space().size()];
                components.mean(n, mean);
                assertClose(mean, expected.at("linearized_means", n).numbers(), solver);
                double[][] covariance = expected.at("linearized_covariances", n).rows();
                assertClose(
                        Covariances.toMatrix(components.covariance(n)),
                        Stream.of(covariance)
                                .flatMapToDouble(java.util.Arrays::stream)
                                .toArray(),
                        solver);
            }
            if (solver != Solver.ITERATIVE) { // whose determinants are estimates
                assertWeights(
                        components,
                        expected.at("linearized_weights_with_determinant").numbers());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void linearizedEvidenceIsTheSumOfTheComponents(String file, String section, int sigma) {
        ReferenceNumbers problem = problem(file, section);
        ReferenceNumbers expected = problem.at("per_sigma", sigma);
        Posterior posterior = Stylized.posterior(
                problem.at("x_train").rows(),
                expected.at("sigma").number(),
                problem.at("y").numbers());
        double[] logs = expected.at("log_evidence_gaussian_with_determinant").numbers();
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log) / logs.length;
        }
        Evidence evidence =
                solution(new MixtureSampler(config(Solver.DENSE), Requirements.none()), posterior, Evidence.class);
        assertThat(evidence.logEvidence()).isCloseTo(Math.log(sum), within(RELATIVE * Math.abs(Math.log(sum))));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void reweightingGivesTheLimitingWeights(String file, String section, int sigma) {
        ReferenceNumbers problem = problem(file, section);
        double[][] training = problem.at("x_train").rows();
        Posterior memorized = Stylized.posterior(training, 1, problem.at("y").numbers());
        Posterior posterior = new Posterior(new AtomPrior(training), memorized.likelihood());
        Sampler sampler = new ClosedFormPlugin()
                .samplers().stream()
                        .filter(factory -> factory.name().equals("reweighting"))
                        .map(PublishedNumbersTest::create)
                        .findFirst()
                        .orElseThrow();
        Atoms atoms = solution(sampler, posterior, Atoms.class);
        double[] expected = problem.at("limiting_weights", "value").numbers();
        for (int n = 0; n < expected.length; n++) {
            double tolerance = expected[n] < SMALLEST_WEIGHT ? Math.abs(Math.log(expected[n])) * 1e-14 : RELATIVE;
            assertThat(Math.exp(atoms.logWeight(n))).isCloseTo(expected[n], within(tolerance * expected[n]));
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void quadratureFindsTheEvidenceOfEachComponent(String file, String section, int sigma) {
        ReferenceNumbers problem = problem(file, section);
        ReferenceNumbers expected = problem.at("per_sigma", sigma);
        Posterior posterior = Stylized.posterior(
                problem.at("x_train").rows(),
                expected.at("sigma").number(),
                problem.at("y").numbers());
        int cells = posterior.space().size() == 1 ? 20_000 : 800;
        QuadratureConfig config = new QuadratureConfig(cells, Optional.empty(), Optional.empty());
        double[] logs = expected.at("true_component_log_evidence_quadrature").numbers();
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log) / logs.length;
        }
        Evidence evidence = solution(new QuadratureSampler(config), posterior, Evidence.class);
        assertThat(evidence.logEvidence()).isCloseTo(Math.log(sum), within(RELATIVE * Math.abs(Math.log(sum))));
    }

    private static MixtureConfig config(Solver solver) {
        return new MixtureConfig(solver, new Iteration(1e-14, 100, 2, 5));
    }

    @SuppressWarnings("unchecked") // the factory's own config
    private static Sampler create(Factory<?, ? extends Sampler> factory) {
        return ((Factory<ReweightingConfig, Sampler>) factory)
                .create(new ReweightingConfig(), TestContext.forOperator());
    }

    private static ReferenceNumbers problem(String file, String section) {
        ReferenceNumbers numbers = ReferenceNumbers.shared(file);
        return section.isEmpty() ? numbers : numbers.at(section);
    }

    private static <C> C solution(Sampler sampler, Posterior posterior, Class<C> capability) {
        try (Chain chain = sampler.start(posterior, new TestSamplerContext(0))) {
            return chain.solution()
                    .flatMap(solution -> solution.capability(capability))
                    .orElseThrow();
        }
    }

    private static void assertWeights(Components components, double[] expected) {
        for (int n = 0; n < expected.length; n++) {
            double tolerance = expected[n] < SMALLEST_WEIGHT ? Math.abs(Math.log(expected[n])) * 1e-14 : RELATIVE;
            assertThat(Math.exp(components.logWeight(n))).isCloseTo(expected[n], within(tolerance * expected[n]));
        }
    }

    private static void assertClose(double[] actual, double[] expected, Solver solver) {
        double scale = 0;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        assertThat(actual).as("%s", solver).containsExactly(expected, within(RELATIVE * scale));
    }
}
