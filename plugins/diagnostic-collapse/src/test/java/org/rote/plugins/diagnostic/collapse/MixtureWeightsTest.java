package org.rote.plugins.diagnostic.collapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.numerics.Covariances;
import org.rote.spi.Covariance;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Severity;
import org.rote.spi.Value;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Weights, means and covariances as published, and what the weights say about how many models are left. */
class MixtureWeightsTest {

    /** What the issue asks for; the reference is in double precision. */
    private static final double RELATIVE = 1e-10;

    @ParameterizedTest
    @CsvSource({
        "stylized-1d.json, 0",
        "stylized-1d.json, 1",
        "stylized-1d.json, 2",
        "stylized-2d.json, 0",
        "stylized-2d.json, 1"
    })
    void tellsThePublishedMixtureAndTheWeightsWithoutTheDeterminant(String file, int sigma) {
        ReferenceNumbers problem = ReferenceNumbers.shared(file);
        ReferenceNumbers expected = problem.at("per_sigma", sigma);
        TestCase subject = Stylized.subject(problem, sigma);
        Map<String, Value> findings = findings(conclude(subject));
        int count = problem.at("x_train").count();
        int size = subject.posterior().space().size();
        assertValue(
                findings.get("weights"),
                expected.at("linearized_weights_with_determinant").numbers(),
                count);
        assertValue(findings.get("means"), flat(expected.at("linearized_means").rows()), count, size);
        double[] covariances = new double[count * size * size];
        for (int n = 0; n < count; n++) {
            double[] one = flat(expected.at("linearized_covariances", n).rows());
            System.arraycopy(one, 0, covariances, n * one.length, one.length);
        }
        assertValue(findings.get("covariances"), covariances, count, size, size);
        double[] published =
                expected.at("linearized_weights_published_no_determinant").numbers();
        assertValue(findings.get("weights-without-determinant"), published, count);
        assertThat(subject.arrays()).containsKeys("weights", "means", "covariances", "weights-without-determinant");
    }

    @Test
    void drawsOneBarForEachWeightWithAndWithoutTheDeterminant() {
        Conclusion conclusion = conclude(Stylized.subject(ReferenceNumbers.shared("stylized-1d.json"), 0));
        assertThat(conclusion.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.name()).isEqualTo("weights");
            assertThat(figure.caption()).isEqualTo("Posterior weight of each of the 5 models.");
            assertThat(figure.panels().get(0).layers())
                    .extracting(layer -> ((Bars) layer).label())
                    .containsExactly("with determinant", "without determinant");
        });
    }

    @Test
    void manyWeightsAreDrawnHeaviestFirst() {
        double[] weights = new double[40];
        Arrays.setAll(weights, n -> n + 1);
        Conclusion conclusion = conclude(atoms(weights));
        assertThat(conclusion.figures().get(0).caption())
                .isEqualTo("The heaviest of the 40 posterior weights, heaviest first.");
        Bars bars = (Bars) conclusion.figures().get(0).panels().get(0).layers().get(0);
        assertThat(bars.categories()).hasSize(24).startsWith("40", "39").endsWith("17");
    }

    @Test
    void determinantsThatDropOutAreNotHeldAgainstTheWeights() {
        Covariance shared = Covariances.isotropic(1, 1);
        assertThat(findings(conclude(linear(shared, shared)))).doesNotContainKey("weights-without-determinant");
        // S is 2 and 5, the data are met: without the determinant both would weigh the same
        Map<String, Value> findings = findings(conclude(linear(shared, Covariances.isotropic(1, 4))));
        assertThat(findings.get("weights-without-determinant").values())
                .containsExactly(new double[] {0.5, 0.5}, within(RELATIVE));
        double heavier = Math.sqrt(5) / (Math.sqrt(2) + Math.sqrt(5));
        assertThat(findings.get("determinant-effect").values())
                .containsExactly(new double[] {heavier - 0.5}, within(RELATIVE));
    }

    /** y = x + ε = 0, unit noise, two components around 0. */
    private static TestCase linear(Covariance first, Covariance second) {
        double[][] means = {{0}, {0}};
        Posterior posterior = new Posterior(
                new MixturePrior(new double[] {1, 1}, means, new Covariance[] {first, second}),
                new Likelihood(new DenseOperator(new double[][] {{1}}), new WhiteNoise(1, 1), new double[] {0}));
        double[] spreads = {Covariances.toMatrix(first)[0], Covariances.toMatrix(second)[0]};
        double[] weights = Arrays.stream(spreads).map(c -> 1 / Math.sqrt(c + 1)).toArray();
        double total = weights[0] + weights[1];
        Covariance[] updated = {
            Covariances.isotropic(1, spreads[0] / (spreads[0] + 1)),
            Covariances.isotropic(1, spreads[1] / (spreads[1] + 1))
        };
        return TestCase.of(posterior)
                .withSolution(
                        new Stylized.Solution(new double[] {weights[0] / total, weights[1] / total}, means, updated));
    }

    @Test
    void saysThatThereAreNoWeights() {
        TestCase unsolved = TestCase.of(atoms(1, 1).posterior());
        assertThat(new MixtureWeights().inapplicable(unsolved))
                .contains("the sampler gives no atoms or components in closed form");
        assertThat(new EffectiveModes().inapplicable(unsolved))
                .contains("the sampler gives no atoms or components in closed form");
        assertThat(new EffectiveModes().inapplicable(atoms(1)))
                .contains("the posterior has one component, so there is nothing to count");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1, 4, 4", "1, 0, 0, 0, 1, 1", "1, 1, 0, 0, 2, 2", "3, 1, 0, 0, 1.754765350603323, 1.6"})
    void countsTheModelsThatAreLeft(double a, double b, double c, double d, double modes, double size) {
        TestCase subject = atoms(a, b, c, d);
        List<Finding> findings =
                new EffectiveModes().examine(subject).conclude().findings();
        assertThat(findings)
                .extracting(Finding::name)
                .containsExactly("effective-modes", "ess", "largest-weight", "count");
        double[] values =
                findings.stream().mapToDouble(f -> f.value().values()[0]).toArray();
        assertThat(values).containsExactly(new double[] {modes, size, a / (a + b + c + d), 4}, within(1e-12));
        boolean lookup = modes < 2 - 1e-12;
        assertThat(findings.get(0).severity()).isEqualTo(lookup ? Severity.WARNING : Severity.INFO);
        assertThat(findings.get(0).threshold()).hasValue(2);
        assertThat(findings.get(0).advice())
                .isEqualTo(
                        lookup
                                ? "fewer than two of the 4 models carry the posterior: it is a lookup, and its spread says little about the"
                                        + " subsurface; more training models, a larger sigma or a prior that does not memorize would change that"
                                : "exp of the entropy of the weights, between 1 and 4");
    }

    @Test
    void oneComponentOfAMixtureThatKnowsNoExamplesIsNoLookup() {
        TestCase subject = linear(Covariances.isotropic(1, 1), Covariances.isotropic(1, 1e8));
        Finding modes =
                new EffectiveModes().examine(subject).conclude().findings().get(0);
        assertThat(modes.value().values()[0]).isLessThan(1.1);
        assertThat(modes.severity()).isEqualTo(Severity.INFO);
        assertThat(modes.threshold()).isEmpty();
    }

    /** A posterior over atoms with these weights. */
    private static TestCase atoms(double... weights) {
        double[][] models = new double[weights.length][1];
        Arrays.setAll(models, n -> new double[] {n});
        AtomPrior atoms = new AtomPrior(weights, models);
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[][] {{1}}), new WhiteNoise(1, 1), new double[] {0});
        return TestCase.of(new Posterior(atoms, likelihood)).withSolution(atoms);
    }

    private static Conclusion conclude(TestCase subject) {
        assertThat(new MixtureWeights().inapplicable(subject)).isEmpty();
        return new MixtureWeights().examine(subject).conclude();
    }

    private static Map<String, Value> findings(Conclusion conclusion) {
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, Finding::value));
    }

    private static void assertValue(Value actual, double[] expected, int... shape) {
        assertThat(actual.shape()).containsExactly(shape);
        double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(actual.values()).containsExactly(expected, within(RELATIVE * scale));
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
