package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Pool;
import org.rote.spi.Posterior;
import org.rote.spi.Severity;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.TestPool;
import org.rote.testkit.WhiteNoise;

/** A standard normal x in one dimension and y = 2 x + ε: the posterior has the variance 1 / (1 + 4/γ²). */
final class NoiseResponseTest {

    private static final long SEED = 20261124;
    private static final int DRAWS = 2000;
    private static final double SLOPE = 2;

    /** The noise of the tests does not say that it is the same for all data, so its level is that of 20 000 draws. */
    private static final double LEVELS_KNOWN_TO = 0.02;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final NoiseResponse diagnostic = new NoiseResponse(new NoiseResponseConfig(100, 500));

    private static double exact(double noise) {
        return 1 / Math.sqrt(1 + SLOPE * SLOPE / (noise * noise));
    }

    private TestCase subject(double noise) {
        Likelihood likelihood = new Likelihood(
                new DenseOperator(new double[][] {{SLOPE}}), new WhiteNoise(1, noise), new double[] {0.3});
        return TestCase.of(new Posterior(MixturePrior.gaussian(new double[1], Covariances.isotropic(1, 1)), likelihood))
                .named("gamma-" + noise);
    }

    private Draws draws(double deviation) {
        double[] values = new double[DRAWS];
        for (int k = 0; k < DRAWS; k++) {
            values[k] = deviation * random.nextGaussian();
        }
        return new Draws(DRAWS, values);
    }

    private Conclusion conclusion(DoubleUnaryOperator deviation, double... noises) {
        List<Pool.Member<SpreadDigest>> members = new ArrayList<>();
        for (double noise : noises) {
            members.add(subject(noise).digestedBy(diagnostic, draws(deviation.applyAsDouble(noise))));
        }
        return TestPool.of(members).concludedBy(diagnostic);
    }

    private static Map<String, Finding> findings(Conclusion conclusion) {
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    private static double value(Map<String, Finding> findings, String name) {
        return findings.get(name).value().values()[0];
    }

    @Test
    void passesDrawsThatAnswerAsThePosteriorDoes() {
        Map<String, Finding> findings = findings(conclusion(NoiseResponseTest::exact, 0.1, 0.4));
        double right = Math.log(exact(0.4) / exact(0.1)) / Math.log(4);
        assertThat(value(findings, "exact-exponent")).isCloseTo(right, Offset.offset(LEVELS_KNOWN_TO));
        // a deviation of 2000 draws scatters by 1.6 %, the exponent by 0.016 √2 / log 4
        assertThat(value(findings, "exponent")).as("seed %d", SEED).isCloseTo(right, Offset.offset(0.06));
        assertThat(findings.values()).allMatch(finding -> finding.severity() == Severity.INFO);
        // 2 exact(γ) / γ at the least γ
        assertThat(value(findings, "predicted-spread")).isCloseTo(SLOPE * exact(0.1) / 0.1, Offset.offset(0.3));
    }

    @Test
    void findsDrawsWrongThatDoNotAnswer() {
        Conclusion conclusion = conclusion(noise -> 0.2, 0.1, 0.2, 0.4);
        Map<String, Finding> findings = findings(conclusion);
        assertThat(value(findings, "exponent")).as("seed %d", SEED).isCloseTo(0, Offset.offset(0.06));
        assertThat(findings.get("exponent-error").severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get("exponent-error").advice()).contains("the draws are not of the posterior");
        assertThat(findings.get("predicted-spread").severity()).isEqualTo(Severity.WARNING);
        assertThat(conclusion.figures().get(0).panels()).hasSize(2);
    }

    /** Where the data say nothing the spread rightly stays that of the prior. */
    @Test
    void doesNotAskForAnAnswerWhereDataSayNothing() {
        Map<String, Finding> findings = findings(conclusion(NoiseResponseTest::exact, 100, 1000));
        assertThat(value(findings, "exact-exponent")).isLessThan(1e-3);
        assertThat(findings.get("exponent-error").severity())
                .as("seed %d", SEED)
                .isEqualTo(Severity.INFO);
    }

    @Test
    void raisesFewFalseAlarms() {
        int alarms = 0;
        int trials = 200;
        for (int t = 0; t < trials; t++) {
            Map<String, Finding> findings = findings(conclusion(NoiseResponseTest::exact, 0.1, 0.2, 0.4));
            alarms += findings.get("exponent-error").severity() == Severity.INFO ? 0 : 1;
        }
        // fewer than one in 100; seven or more have a probability below 0.005
        assertThat(alarms).as("alarms of %d, seed %d", trials, SEED).isLessThan(7);
    }

    @Test
    void takesNoiseLevelsThatDiffer() {
        assertThatThrownBy(() -> conclusion(NoiseResponseTest::exact, 0.1, 0.14))
                .hasMessageContaining("it takes noise levels of which one is at least 1.5 times another");
    }
}
