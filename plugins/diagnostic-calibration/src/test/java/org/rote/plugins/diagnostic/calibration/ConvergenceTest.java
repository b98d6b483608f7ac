package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Severity;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Chains with planted faults. */
final class ConvergenceTest {

    private static final long SEED = 20261102;
    private static final int DIMENSION = 10;
    private static final int DRAWS = 1000;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private double[] normal() {
        return random.doubles((long) DRAWS * DIMENSION)
                .map(uniform -> NormalQuantile.of(uniform))
                .toArray();
    }

    private static TestCase subject(int dimension) {
        double[] origin = new double[dimension];
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[1][dimension]), new WhiteNoise(1, 1), new double[] {0});
        return TestCase.of(new Posterior(new AtomPrior(origin, ones), likelihood));
    }

    private static Map<String, Finding> findings(Draws... draws) {
        int dimension = draws[0].values().length / draws[0].count();
        Conclusion conclusion = subject(dimension).examinedBy(new Convergence(new ConvergenceConfig(256)), draws);
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    @Test
    void findsNothingInIndependentDraws() {
        Map<String, Finding> findings = findings(new Draws(DRAWS, normal()));
        assertThat(findings.values()).as("seed %d", SEED).allMatch(finding -> finding.severity() == Severity.INFO);
        assertThat(findings.get("bulk-ess").value().values()[0]).isBetween(0.7 * DRAWS, 1.2 * DRAWS);
        assertThat(findings.get("r-hat").advice()).contains("Samplers that draw independently need none of this");
    }

    @Test
    void findsNothingInFewIndependentDrawsOfManyQuantities() {
        int few = DRAWS * DIMENSION / 50;
        assertThat(findings(new Draws(few, normal(), Map.of())).values())
                .as("seed %d", SEED)
                .allMatch(finding -> finding.severity() == Severity.INFO);
    }

    @Test
    void namesTheCoordinateThatDrifts() {
        double[] draws = normal();
        for (int k = 0; k < DRAWS; k++) {
            draws[k * DIMENSION + 7] += 2.0 * k / DRAWS;
        }
        Map<String, Finding> findings = findings(new Draws(DRAWS, draws));
        assertThat(findings.get("r-hat").severity()).as("seed %d", SEED).isEqualTo(Severity.WARNING);
        assertThat(findings.get("r-hat").advice()).contains("that of the value 7", "2 halves of chains");
        assertThat(findings.get("bulk-ess").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void seesAChainThatStaysInAModeOfItsOwn() {
        double[] draws = normal();
        double[] chain = IntStream.range(0, DRAWS).mapToDouble(k -> k % 4).toArray();
        for (int k = 3; k < DRAWS; k += 4) {
            draws[k * DIMENSION + 2] += 3;
        }
        // in the order of the draws the chains take turns, so without the trace nothing is to be seen
        assertThat(findings(new Draws(DRAWS, draws)).get("r-hat").severity()).isEqualTo(Severity.INFO);
        Finding told = findings(new Draws(DRAWS, draws, Map.of("chain", chain))).get("r-hat");
        assertThat(told.severity()).as("seed %d", SEED).isEqualTo(Severity.WARNING);
        assertThat(told.advice()).contains("value 2", "8 halves of chains");
    }

    @Test
    void saysThatDrawsThatAreEachAChainAreIndependent() {
        double[] chain = IntStream.range(0, DRAWS).asDoubleStream().toArray();
        assertThat(findings(new Draws(DRAWS, normal(), Map.of("chain", chain)))
                        .get("r-hat")
                        .advice())
                .contains("Every draw is a chain of its own, so draws are independent");
    }

    @Test
    void saysThatOneEstimateIsTooFew() {
        assertThat(findings(new Draws(1, new double[DIMENSION])).get("draws").advice())
                .contains("at least 8");
    }
}
