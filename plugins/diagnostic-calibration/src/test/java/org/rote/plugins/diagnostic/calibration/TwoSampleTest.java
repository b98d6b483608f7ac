package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.spi.Covariance;
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

/** Samplers with planted faults beside a mixture of two normal distributions. */
final class TwoSampleTest {

    private static final long SEED = 20261108;
    private static final int DIMENSION = 5;
    private static final int DRAWS = 600;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final MixturePrior reference = mixture(0.5, 1);

    private static MixturePrior mixture(double weight, double variance) {
        double[] far = new double[DIMENSION];
        far[0] = 6;
        Covariance covariance = Covariances.isotropic(DIMENSION, variance);
        return new MixturePrior(
                new double[] {weight, 1 - weight},
                new double[][] {new double[DIMENSION], far},
                new Covariance[] {covariance, covariance});
    }

    private TestCase subject() {
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[1][DIMENSION]), new WhiteNoise(1, 1), new double[] {0});
        TestCase oracle = TestCase.of(new Posterior(reference, likelihood))
                .named("oracle")
                .withSolution(reference);
        return TestCase.of(new Posterior(reference, likelihood)).withSiblings(oracle);
    }

    private static Draws draws(MixturePrior from, int count, RandomGenerator random) {
        double[] values = new double[count * DIMENSION];
        double[] draw = new double[DIMENSION];
        for (int k = 0; k < count; k++) {
            from.draw(random, draw);
            System.arraycopy(draw, 0, values, k * DIMENSION, DIMENSION);
        }
        return new Draws(count, values);
    }

    private Map<String, Finding> findings(MixturePrior sampled, int count) {
        Conclusion conclusion = subject()
                .examinedBy(
                        new TwoSample(new TwoSampleConfig(Optional.empty(), 200, 400)), draws(sampled, count, random));
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    @Test
    void cannotTellExactDrawsFromTheReference() {
        Map<String, Finding> findings = findings(reference, DRAWS);
        assertThat(findings).hasSize(3);
        assertThat(findings.values())
                .as("seed %d", SEED)
                .allMatch(finding -> finding.severity() == Severity.INFO)
                .allMatch(finding -> finding.advice().contains("200 draws beside as many of \"oracle\""));
    }

    @Test
    void tellsDrawsThatMissAMode() {
        assertThat(findings(mixture(1, 1), DRAWS).values())
                .as("seed %d", SEED)
                .allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    @Test
    void tellsDrawsOfHalfTheSpread() {
        Map<String, Finding> findings = findings(mixture(0.5, 0.25), DRAWS);
        assertThat(findings.get("nearest-neighbour-accuracy").severity())
                .as("seed %d", SEED)
                .isEqualTo(Severity.WARNING);
        assertThat(findings.get("logistic-accuracy").severity())
                .as("seed %d", SEED)
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void saysThatDrawsAreTooFew() {
        assertThat(findings(reference, 19).get("draws").advice()).contains("at least 20");
    }

    @Test
    void saysThatThereIsNoReference() {
        TwoSample named = new TwoSample(new TwoSampleConfig(Optional.of("nuts"), 200, 400));
        assertThatThrownBy(() -> subject().examinedBy(named))
                .hasMessageContaining("no sampler \"nuts\" on this posterior that gives a closed form");
        TwoSample any = new TwoSample(new TwoSampleConfig(Optional.empty(), 200, 400));
        assertThatThrownBy(() -> subject().withSiblings().examinedBy(any)).hasMessageContaining("add one, such as");
    }
}
