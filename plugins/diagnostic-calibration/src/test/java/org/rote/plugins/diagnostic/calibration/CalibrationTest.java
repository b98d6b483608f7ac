package org.rote.plugins.diagnostic.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.rote.spi.Verdict;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.TestPool;
import org.rote.testkit.WhiteNoise;

/**
 * Samplers right and wrong on posteriors in closed form: x standard normal in two dimensions, y = x + ε with ε ~ N(0, γ² I), so that x | y ~ N(y / (1 + γ²), γ² / (1 + γ²) I).
 */
final class CalibrationTest {

    private static final long SEED = 20261123;
    private static final int DIMENSION = 2;
    private static final int DRAWS = 100;
    private static final double NOISE = 0.5;
    private static final double SHRINKAGE = 1 / (1 + NOISE * NOISE);
    private static final double DEVIATION = NOISE * Math.sqrt(SHRINKAGE);

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Calibration diagnostic = new Calibration(new CalibrationConfig(16, 50));

    /** How a sampler draws from the posterior at some data. */
    @FunctionalInterface
    private interface Drawing extends Function<double[], double[]> {}

    private double[] right(double[] data) {
        return spread(data, 1);
    }

    private double[] spread(double[] data, double factor) {
        double[] draw = new double[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            draw[i] = SHRINKAGE * data[i] + factor * DEVIATION * random.nextGaussian();
        }
        return draw;
    }

    private double[] shifted(double[] data) {
        double[] draw = right(data);
        draw[0] += 0.7 * DEVIATION;
        return draw;
    }

    /** Of two modes of a posterior that has both, the left one alone. */
    private double[] oneMode() {
        return new double[] {-2 + 0.5 * random.nextGaussian(), random.nextGaussian()};
    }

    private double[] bothModes() {
        return new double[] {(random.nextBoolean() ? 2 : -2) + 0.5 * random.nextGaussian(), random.nextGaussian()};
    }

    private double[] prior() {
        return new double[] {random.nextGaussian(), random.nextGaussian()};
    }

    private Pool.Member<TruthDigest> member(int number, Drawing sampler, boolean isOfPosterior) {
        return member(number, prior(), sampler, isOfPosterior);
    }

    private Pool.Member<TruthDigest> member(int number, double[] truth, Drawing sampler, boolean isOfPosterior) {
        double[] data = new double[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            data[i] = truth[i] + NOISE * random.nextGaussian();
        }
        double[] values = IntStream.range(0, DRAWS)
                .boxed()
                .flatMapToDouble(k -> Arrays.stream(sampler.apply(data)))
                .toArray();
        Likelihood likelihood = new Likelihood(
                new DenseOperator(new double[][] {{1, 0}, {0, 1}}), new WhiteNoise(DIMENSION, NOISE), data);
        TestCase subject = TestCase.of(new Posterior(
                        MixturePrior.gaussian(new double[DIMENSION], Covariances.isotropic(DIMENSION, 1)), likelihood))
                .named("truth-" + number + "-" + random.nextInt())
                .withTruth(truth);
        return (isOfPosterior ? subject.withTruthOfPosterior() : subject)
                .digestedBy(diagnostic, new Draws(DRAWS, values));
    }

    private Conclusion conclusion(int truths, Drawing sampler, boolean isOfPosterior) {
        List<Pool.Member<TruthDigest>> members = new ArrayList<>();
        for (int c = 0; c < truths; c++) {
            members.add(member(c, sampler, isOfPosterior));
        }
        return TestPool.of(members).concludedBy(diagnostic);
    }

    private static Map<String, Finding> findings(Conclusion conclusion) {
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    private static double value(Conclusion conclusion, String name) {
        Finding finding = findings(conclusion).get(name);
        assertThat(finding).as("finding %s", name).isNotNull();
        return finding.value().values()[0];
    }

    private static boolean isAlarm(Conclusion conclusion) {
        return conclusion.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    }

    /** Seven tests at once may call one calibrated sampler of a hundred wrong, and no more. */
    @Test
    void callsOneCalibratedSamplerOfAHundredWrong() {
        int trials = 200;
        long alarms = IntStream.range(0, trials)
                .filter(t -> isAlarm(conclusion(30, this::right, true)))
                .count();
        // at most 0.01 each: seven or more have a probability below 0.005
        assertThat(alarms).as("alarms of %d, seed %d", trials, SEED).isLessThan(7);
    }

    @Test
    void knowsWhatACalibratedSamplerLooksLike() {
        Conclusion conclusion = conclusion(400, this::right, true);
        // standard error of a ratio of root mean squares over 800 errors: 0.025
        assertThat(value(conclusion, "values-spread-over-error"))
                .as("seed %d", SEED)
                .isCloseTo(1, Offset.offset(0.1));
        double[] coverage = findings(conclusion).get("values-coverage").value().values();
        double[] smallest = findings(conclusion)
                .get("values-highest-density-coverage")
                .value()
                .values();
        double[] levels = {0.5, 0.8, 0.9, 0.95};
        for (int i = 0; i < levels.length; i++) {
            double standardError = Math.sqrt(levels[i] * (1 - levels[i]) / 800);
            assertThat(coverage[i]).as("level %f", levels[i]).isCloseTo(levels[i], Offset.offset(4 * standardError));
            assertThat(smallest[i]).as("level %f", levels[i]).isCloseTo(levels[i], Offset.offset(4 * standardError));
        }
        // of a normal posterior: deviation / √π, and its energy score in two dimensions deviation √π / 2 (Gneiting &
        // Raftery, 2007)
        assertThat(value(conclusion, "values-crps")).isCloseTo(DEVIATION / Math.sqrt(Math.PI), Offset.offset(0.02));
        assertThat(value(conclusion, "values-energy-score"))
                .isCloseTo(DEVIATION * Math.sqrt(Math.PI) / 2, Offset.offset(0.03));
        assertThat(value(conclusion, "values-contraction")).isCloseTo(1 - DEVIATION * DEVIATION, Offset.offset(0.06));
        assertThat(value(conclusion, "draws-ranked")).isGreaterThan(0.5 * DRAWS);
        assertThat(conclusion.verdict()).isEmpty();
        assertThat(conclusion.figures()).hasSize(5);
    }

    @Test
    void findsDrawsOfHalfTheSpreadWrong() {
        Conclusion conclusion = conclusion(60, data -> spread(data, 0.5), true);
        assertThat(value(conclusion, "probability")).as("seed %d", SEED).isLessThan(1e-4);
        assertThat(value(conclusion, "values-spread-over-error")).isCloseTo(0.5, Offset.offset(0.15));
        assertThat(value(conclusion, "values-covered")).isLessThan(0.75);
        assertThat(value(conclusion, "tarp-uniformity")).isLessThan(1e-3);
        Verdict verdict = conclusion.verdict().orElseThrow();
        assertThat(verdict.word()).isEqualTo(Verdict.Word.SAMPLER_WRONG);
        assertThat(verdict.paragraph())
                .startsWith("Over 60 truths drawn from the prior")
                .contains("Draws are too sure");
        assertThat(verdict.figures())
                .extracting(Finding::name)
                .containsExactly("probability", "values-spread-over-error", "values-covered");
    }

    @Test
    void findsDrawsOfTwiceTheSpreadWrong() {
        Conclusion conclusion = conclusion(100, data -> spread(data, 2), true);
        assertThat(conclusion.verdict().orElseThrow().paragraph())
                .as("seed %d", SEED)
                .contains("not sure enough");
    }

    @Test
    void findsShiftedDrawsWrong() {
        Conclusion conclusion = conclusion(100, this::shifted, true);
        assertThat(value(conclusion, "values-uniformity")).as("seed %d", SEED).isLessThan(1e-3);
        assertThat(findings(conclusion).get("values-uniformity").advice()).contains("the rank of value 0");
        assertThat(conclusion.verdict()).isPresent();
    }

    /** Where the data say nothing the posterior is the prior, here of two modes. */
    @Test
    void findsADroppedModeWrong() {
        List<Pool.Member<TruthDigest>> dropped = new ArrayList<>();
        List<Pool.Member<TruthDigest>> whole = new ArrayList<>();
        for (int c = 0; c < 40; c++) {
            dropped.add(member(c, bothModes(), data -> oneMode(), true));
            whole.add(member(c, bothModes(), data -> bothModes(), true));
        }
        assertThat(value(TestPool.of(dropped).concludedBy(diagnostic), "tarp-uniformity"))
                .as("seed %d", SEED)
                .isLessThan(1e-6);
        assertThat(value(TestPool.of(whole).concludedBy(diagnostic), "tarp-uniformity"))
                .isGreaterThan(0.01);
    }

    /** Such draws have uniform ranks in every quantity that does not know the data (Modrák et al., 2023). */
    @Test
    void findsDrawsOfThePriorWrongByTheirLikelihood() {
        Conclusion conclusion = conclusion(60, data -> prior(), true);
        assertThat(value(conclusion, "values-uniformity")).as("seed %d", SEED).isGreaterThan(0.01);
        assertThat(value(conclusion, "log-likelihood-uniformity")).isLessThan(1e-6);
        assertThat(conclusion.verdict().orElseThrow().paragraph())
                .contains("the log likelihood", "They explain the data worse than the truths do");
    }

    /** Where the truth comes from elsewhere the prior may be to blame. */
    @Test
    void blamesNoSamplerForTruthsThatItsPriorDidNotMake() {
        Conclusion conclusion = conclusion(60, data -> spread(data, 0.5), false);
        assertThat(conclusion.verdict()).isEmpty();
        Finding probability = findings(conclusion).get("probability");
        assertThat(probability.severity()).isEqualTo(Severity.WARNING);
        assertThat(probability.advice()).contains("either the sampler is wrong or the prior or the noise");
    }

    @Test
    void takesEightTruths() {
        assertThatThrownBy(() -> conclusion(7, this::right, true))
                .hasMessage("the diagnostic does not apply: calibration takes at least 8 truths, here are 7; give the"
                        + " observation \"truths\" or \"truths-from-prior\"");
    }
}
