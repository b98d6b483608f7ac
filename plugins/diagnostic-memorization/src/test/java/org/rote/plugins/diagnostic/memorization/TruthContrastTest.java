package org.rote.plugins.diagnostic.memorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Likelihood;
import org.rote.spi.Pool.Member;
import org.rote.spi.Posterior;
import org.rote.spi.Severity;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.TestCase;
import org.rote.testkit.TestPool;
import org.rote.testkit.WhiteNoise;

/** Samplers that look the truth up, and samplers that know it without. */
final class TruthContrastTest {

    private static final long SEED = 20261124;
    private static final int DIMENSION = 20;
    private static final int MODELS = 60;
    private static final int DRAWS = 200;
    private static final TruthContrastConfig FOUND_OUT = new TruthContrastConfig(List.of(), List.of());

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final double[][] training = normal(MODELS);
    private final double[] truth = training[17];

    private double[][] normal(int count) {
        double[][] rows = new double[count][DIMENSION];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return rows;
    }

    /** Data that are 0 with unit noise, and one equation: the first coordinate. */
    private TestCase subject(String name, double[][] models) {
        double[][] first = new double[1][DIMENSION];
        first[0][0] = 1;
        Likelihood likelihood = new Likelihood(new DenseOperator(first), new WhiteNoise(1, 1), new double[] {0});
        return TestCase.of(new Posterior(new AtomPrior(models), likelihood))
                .named(name)
                .withTruth(truth);
    }

    private double[][] withoutTruth() {
        return Arrays.stream(training).filter(model -> model != truth).toArray(double[][]::new);
    }

    /** Draws around a point. */
    private Draws around(double[] centre, double deviation) {
        double[] values = new double[DRAWS * DIMENSION];
        Arrays.setAll(values, i -> centre[i % DIMENSION] + deviation * random.nextGaussian());
        return new Draws(DRAWS, values);
    }

    private Member<TruthDigest> member(String name, double[][] models, Draws draws) {
        return subject(name, models).digestedBy(new TruthContrast(FOUND_OUT), draws);
    }

    private static Map<String, Finding> findings(Conclusion conclusion) {
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    @Test
    void warnsOfALookup() {
        double[] other = training[3];
        Conclusion conclusion = TestPool.of(List.of(
                        member("in", training, around(truth, 0.01)),
                        member("out", withoutTruth(), around(other, 0.01))))
                .concludedBy(new TruthContrast(FOUND_OUT));
        Map<String, Finding> findings = findings(conclusion);
        double apart = 0;
        for (int i = 0; i < DIMENSION; i++) {
            apart += (other[i] - truth[i]) * (other[i] - truth[i]) / DIMENSION;
        }

        assertThat(findings.get("error-removed").severity()).as("seed %d", SEED).isEqualTo(Severity.WARNING);
        assertThat(findings.get("error-removed").value().values()[0]).isGreaterThan(0.99);
        assertThat(findings.get("truth-share").value().values()[0]).isEqualTo(1);
        assertThat(findings.get("error").value().values()[1]).isCloseTo(Math.sqrt(apart), within(0.01));
        assertThat(findings.get("attributed-models").value().values()).containsExactly(1, 1);
        assertThat(findings.get("misfit").value().values()[1]).isCloseTo(other[0] * other[0], within(0.05));
        assertThat(conclusion.figures()).hasSize(1);
    }

    @Test
    void findsNothingWhereDrawsDoNotNeedTheTruth() {
        double[] centre = truth.clone();
        Arrays.setAll(centre, i -> centre[i] + 0.3);
        Map<String, Finding> findings = findings(TestPool.of(List.of(
                        member("in", training, around(centre, 0.3)),
                        member("out", withoutTruth(), around(centre, 0.3))))
                .concludedBy(new TruthContrast(FOUND_OUT)));

        assertThat(findings.get("error-removed").severity()).as("seed %d", SEED).isEqualTo(Severity.INFO);
        assertThat(findings.get("error-removed").value().values()[0]).isBetween(-0.15, 0.15);
        assertThat(findings.get("spread").value().values()[1]).isCloseTo(0.3, within(0.02));
    }

    private static Member<TruthDigest> digested(String prior, String name, boolean holds, double error) {
        return new Member<>(
                prior + "+" + name,
                Map.of("prior", prior, "truth", name),
                new TruthDigest(holds, error, 1, OptionalDouble.empty(), 3, holds ? 0.5 : 0, "m/s"));
    }

    @Test
    void takesTheMedianOverTruthsAndPairsPriorsByName() {
        TruthContrastConfig config = new TruthContrastConfig(List.of("a-in", "b-in"), List.of("a-out", "b-out"));
        Map<String, Finding> findings = findings(TestPool.of(List.of(
                        digested("a-in", "truth-000", true, 1),
                        digested("a-out", "truth-000", false, 2),
                        digested("a-in", "truth-001", true, 3),
                        digested("a-out", "truth-001", false, 4),
                        digested("a-in", "truth-002", true, 9),
                        digested("a-out", "truth-002", false, 10),
                        digested("b-in", "truth-000", true, 0),
                        digested("b-out", "truth-000", false, 0)))
                .concludedBy(new TruthContrast(config)));

        assertThat(findings.get("error-removed-a-in").value().values()).containsExactly(0.25);
        assertThat(findings.get("error-removed-a-in").advice()).contains("the median over 3 truths");
        assertThat(findings.get("error-a-in").value().values()).containsExactly(3, 4);
        assertThat(findings.get("error-removed-b-in").value().values()).containsExactly(0);
        assertThat(findings).doesNotContainKey("misfit-a-in");
    }

    @Test
    void saysWhatIsMissing() {
        TruthContrast diagnostic = new TruthContrast(FOUND_OUT);
        assertThat(diagnostic.inapplicable(TestPool.of(List.of(digested("in", "t", true, 1)))))
                .contains(
                        "it takes a prior whose training set holds the truth and the same prior without it; here in hold it and none do not; make the one with the data set \"excluding\" or \"joined\", and where there are several, say which belong together under \"with\" and \"without\"");
        TestPool<TruthDigest> pool = TestPool.of(List.of(digested("in", "t", true, 1), digested("out", "t", false, 1)));
        assertThat(new TruthContrast(new TruthContrastConfig(List.of("in"), List.of("outside"))).inapplicable(pool))
                .contains(
                        "there are no cases with the priors in and outside and the same truth; the priors are in, out");
        assertThat(new TruthContrast(new TruthContrastConfig(List.of("out"), List.of("in"))).inapplicable(pool))
                .contains(
                        "the training set of out must hold the truth and that of in must not, and that is not so; make the latter with the data set \"excluding\"");
        assertThat(diagnostic.inapplicable(TestCase.of(subject("in", training).posterior())))
                .contains("the truth is not known, or no point of the posterior's space has it as its image");
    }

    @Test
    void rejectsListsOfDifferentLengths() {
        assertThatThrownBy(() -> new TruthContrastConfig(List.of("in"), List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "without: names 0 priors for 1 in with (name for each prior the one that is the same without the truth)");
    }
}
