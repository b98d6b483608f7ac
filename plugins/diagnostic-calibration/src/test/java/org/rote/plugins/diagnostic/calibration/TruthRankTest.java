package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Severity;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Truths whose place among normal draws is known: prior standard normal, posterior N(m, ¼), m − truth of deviation ½. */
final class TruthRankTest {

    private static final long SEED = 20261105;
    private static final int DIMENSION = 200;
    private static final int DRAWS = 400;
    private static final double DEVIATION = 0.5;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final double[] truth = normal(DIMENSION);
    private final double[] error = normal(DIMENSION);

    private double[] normal(int count) {
        double[] values = new double[count];
        java.util.Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private TestCase subject() {
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[1][DIMENSION]), new WhiteNoise(1, 1), new double[] {0});
        return TestCase.of(new Posterior(
                MixturePrior.gaussian(new double[DIMENSION], Covariances.isotropic(DIMENSION, 1)), likelihood));
    }

    /** Draws of the posterior, as wide as they say times a factor, off by some of their deviations. */
    private Draws draws(double width, double off) {
        double[] values = normal(DRAWS * DIMENSION);
        for (int k = 0; k < values.length; k++) {
            int i = k % DIMENSION;
            values[k] = truth[i] + DEVIATION * (error[i] + off + width * values[k]);
        }
        return new Draws(DRAWS, values);
    }

    private Map<String, Finding> findings(Draws draws) {
        TestCase subject = subject().withTruth(truth);
        Conclusion conclusion = subject.examinedBy(new TruthRank(new TruthRankConfig(256, 500)), draws);
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    private static double value(Map<String, Finding> findings, String name) {
        return findings.get(name).value().values()[0];
    }

    @Test
    void findsAPosteriorCalibratedThatIs() {
        Map<String, Finding> findings = findings(draws(1, 0));
        // standard error of the rms of 200 normal numbers: 0.05
        assertThat(value(findings, "values-z-score")).as("seed %d", SEED).isCloseTo(1, Offset.offset(0.2));
        assertThat(findings.get("values-z-score").severity()).isEqualTo(Severity.INFO);
        assertThat(value(findings, "values-spread-over-error")).isCloseTo(1, Offset.offset(0.2));
        assertThat(value(findings, "values-contraction")).isCloseTo(0.75, Offset.offset(0.03));
        double[] coverage = findings.get("values-coverage").value().values();
        double[] levels = {0.5, 0.8, 0.9, 0.95};
        for (int i = 0; i < levels.length; i++) {
            double standardError = Math.sqrt(levels[i] * (1 - levels[i]) / DIMENSION);
            assertThat(coverage[i])
                    .as("level %f, seed %d", levels[i], SEED)
                    .isCloseTo(levels[i], Offset.offset(4 * standardError));
        }
        assertThat(value(findings, "values-uniformity")).as("seed %d", SEED).isGreaterThan(0.01);
        // of a calibrated normal posterior: deviation / √π
        assertThat(value(findings, "values-crps")).isCloseTo(DEVIATION / Math.sqrt(Math.PI), Offset.offset(0.04));
    }

    @Test
    void warnsOfDrawsThatAreFarTooSure() {
        Map<String, Finding> findings = findings(draws(0.2, 0));
        assertThat(findings.get("values-z-score").severity())
                .as("seed %d", SEED)
                .isEqualTo(Severity.WARNING);
        assertThat(value(findings, "values-uniformity")).isLessThan(0.01);
        assertThat(value(findings, "values-coverage")).isLessThan(0.25);
    }

    @Test
    void seesDrawsThatAreNotSureEnough() {
        Map<String, Finding> findings = findings(draws(3, 0));
        assertThat(value(findings, "values-uniformity")).as("seed %d", SEED).isLessThan(0.01);
        assertThat(value(findings, "values-coverage")).isGreaterThan(0.8);
    }

    @Test
    void scoresAWrongMeanWorseThanTheRightOne() {
        Map<String, Finding> right = findings(draws(1, 0));
        Map<String, Finding> wrong = findings(draws(1, 2));
        assertThat(value(wrong, "values-crps")).isGreaterThan(1.5 * value(right, "values-crps"));
        assertThat(value(wrong, "values-energy-score")).isGreaterThan(1.5 * value(right, "values-energy-score"));
    }

    @Test
    void keepsRanksThatAreUniformAlsoWhereDrawsEqualTheTruth() {
        double[] values = new double[DRAWS * DIMENSION];
        for (int k = 0; k < values.length; k++) {
            values[k] = truth[k % DIMENSION];
        }
        Map<String, Finding> findings = findings(new Draws(DRAWS, values));
        assertThat(value(findings, "values-z-score")).isZero();
        assertThat(value(findings, "values-uniformity")).as("seed %d", SEED).isGreaterThan(0.01);
    }

    @Test
    void saysThatAnEstimateHasNoSpread() {
        assertThat(findings(new Draws(1, truth)).get("draws").advice()).contains("no spread");
    }

    @Test
    void passesOverCasesWithoutATruth() {
        TruthRank diagnostic = new TruthRank(new TruthRankConfig(256, 500));
        assertThatThrownBy(() -> subject().examinedBy(diagnostic)).hasMessageContaining("the truth is not known");
    }
}
