package org.rote.plugins.diagnostic.memorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rote.numerics.GaussianMixture;
import org.rote.numerics.Schedule;
import org.rote.numerics.TrainingModels;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;
import org.rote.spi.RunExecutor;
import org.rote.spi.Severity;
import org.rote.spi.Space;
import org.rote.spi.TrainingSet;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Training sets whose speciation and collapse are known. */
final class CollapseTimesTest {

    private static final long SEED = 20261123;
    private static final int DIMENSION = 50;
    private static final int MODELS = 200;
    private static final double DEVIATION = 3;

    /** Of the bisection. */
    private static final double SEARCHED = 1e-5;

    /** The theory is one of many dimensions; in 50, and for the median over 256 states, it is met to about this. */
    private static final double FINITE_PERCENT = 10;

    /** Of the largest eigenvalue of 200 draws. */
    private static final double SAMPLED = 0.1;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Independent normal models; every second one is moved by {@code shift} along the first axis, the others against it. */
    private double[][] normal(int count, double deviation, double shift) {
        double[][] rows = new double[count][DIMENSION];
        for (int n = 0; n < count; n++) {
            for (int i = 0; i < DIMENSION; i++) {
                rows[n][i] = deviation * random.nextGaussian();
            }
            rows[n][0] += n % 2 == 0 ? shift : -shift;
        }
        return rows;
    }

    private static TestCase subject(Prior prior) {
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[1][DIMENSION]), new WhiteNoise(1, 1), new double[] {0});
        return TestCase.of(new Posterior(prior, likelihood));
    }

    private static CollapseTimes diagnostic(Schedule schedule) {
        return new CollapseTimes(new CollapseTimesConfig(schedule, 16, 256));
    }

    private static Map<String, Finding> findings(Prior prior) {
        Conclusion conclusion =
                subject(prior).examinedBy(diagnostic(new Schedule.Edm(0.01, 100, 7, 30)), new Draws(0, new double[0]));
        return conclusion.findings().stream().collect(Collectors.toMap(Finding::name, finding -> finding));
    }

    private static double value(Map<String, Finding> findings, String name) {
        return findings.get(name).value().values()[0];
    }

    /** σ² = s²/(N^(2/d) − 1) and t = ½ log(1 + σ²) for models of spread 1. */
    private static double collapseOfGaussian(double deviation) {
        return deviation / Math.sqrt(Math.pow(MODELS, 2.0 / DIMENSION) - 1);
    }

    @Test
    void findsTheCollapseOfGaussianModelsInClosedForm() {
        double[] variances = new double[DIMENSION];
        Arrays.fill(variances, DEVIATION * DEVIATION);
        double sigma = ExcessEntropy.collapse(s -> ExcessEntropy.gaussian(variances, MODELS, s), 1)
                .orElseThrow();
        double expected = collapseOfGaussian(DEVIATION);

        assertThat(sigma).isCloseTo(expected, within(SEARCHED * expected));
        ProcessClock clock = new ProcessClock(new Schedule.VpLinear(1e-4, 0.02, 1000).levels(), 1);
        assertThat(clock.time(sigma))
                .isCloseTo(
                        0.5 * Math.log(1 + DEVIATION * DEVIATION / (Math.pow(MODELS, 2.0 / DIMENSION) - 1)),
                        within(SEARCHED));
    }

    @Test
    void findsTheCollapseOfDrawnGaussianModelsByMonteCarlo() {
        Map<String, Finding> findings = findings(new AtomPrior(normal(MODELS, DEVIATION, 0)));

        assertThat(value(findings, "collapse-sigma"))
                .as("seed %d", SEED)
                .isCloseTo(collapseOfGaussian(DEVIATION), withinPercentage(FINITE_PERCENT));
        assertThat(value(findings, "gaussian-collapse-sigma"))
                .as("seed %d", SEED)
                .isCloseTo(collapseOfGaussian(DEVIATION), withinPercentage(FINITE_PERCENT));
    }

    /** Clusters at ±m with |m| = 20 and noise 1 around them: Λ = 401, the spread s² = (401 + 49)/50. */
    @Test
    void findsTheSpeciationOfTwoClusters() {
        Map<String, Finding> findings = findings(new AtomPrior(normal(MODELS, 1, 20)));
        double relative = 401.0 * DIMENSION / (401 + DIMENSION - 1);

        assertThat(value(findings, "speciation-time"))
                .as("seed %d", SEED)
                .isCloseTo(0.5 * Math.log(relative), within(SAMPLED));
        assertThat(value(findings, "speciation-sigma")).isGreaterThan(value(findings, "collapse-sigma"));
    }

    @Test
    void countsTheModelsThatTakePart() {
        TestCase subject = subject(new AtomPrior(normal(MODELS, DEVIATION, 0)));
        subject.examinedBy(diagnostic(new Schedule.Ve(1e-3, 1e7, 60)), new Draws(0, new double[0]));
        double[] numbers = subject.arrays().get("participation").values();
        double[] sigmas = subject.arrays().get("reverse-sigma").values();

        assertThat(subject.arrays().get("participation").shape()).containsExactly(60, 16);
        assertThat(Arrays.stream(numbers).min().orElseThrow()).isGreaterThan(1 - 1e-12);
        assertThat(Arrays.stream(numbers).max().orElseThrow()).isLessThan(MODELS * (1 + 1e-12));
        assertThat(Arrays.copyOf(numbers, 16)).containsOnly(1);
        assertThat(Arrays.copyOfRange(numbers, 59 * 16, 60 * 16))
                .usingComparatorWithPrecision(1e-3)
                .containsOnly(MODELS);
        // in the unit of the models: the schedule's levels times their spread
        assertThat(sigmas[0]).isCloseTo(1e-3 * DEVIATION, withinPercentage(FINITE_PERCENT));
    }

    @Test
    void endsInOneTrainingModelBelowTheCollapseAndInManyAboveIt() {
        TestCase subject = subject(new AtomPrior(normal(MODELS, DEVIATION, 0)));
        subject.examinedBy(diagnostic(new Schedule.Edm(0.01, 100, 7, 30)), new Draws(0, new double[0]));
        double[] numbers = subject.arrays().get("participation").values();
        double[] sigmas = subject.arrays().get("reverse-sigma").values();
        double collapse = collapseOfGaussian(DEVIATION);
        for (int step = 0; step < sigmas.length; step++) {
            double[] sorted = Arrays.copyOfRange(numbers, step * 16, (step + 1) * 16);
            Arrays.sort(sorted);
            if (sigmas[step] < collapse / 2) {
                assertThat(sorted[8]).as("step %d, seed %d", step, SEED).isLessThan(1.1);
            }
            if (sigmas[step] > collapse * 3) {
                assertThat(sorted[8]).as("step %d, seed %d", step, SEED).isGreaterThan(20);
            }
        }
    }

    @Test
    void saysThatCopiesDoNotCollapseOntoOne() {
        double[][] once = normal(MODELS / 2, 1, 0);
        double[][] twice = new double[MODELS][];
        Arrays.setAll(twice, n -> once[n / 2]);

        assertThat(findings(new AtomPrior(twice)).get("collapse").advice())
                .contains("no noise level tells most training models from the others, as if there were copies");
    }

    @Test
    void warnsOfAPriorThatIsNarrowerThanTheCollapse() {
        double[][] models = normal(MODELS, DEVIATION, 0);
        double collapse = collapseOfGaussian(DEVIATION);
        Finding narrow = findings(new Memorized(models, collapse / 4)).get("bandwidth-over-collapse");
        Finding wide = findings(new Memorized(models, collapse * 2)).get("bandwidth-over-collapse");

        assertThat(narrow.severity()).isEqualTo(Severity.WARNING);
        assertThat(narrow.value().values()[0]).isCloseTo(0.25, withinPercentage(FINITE_PERCENT));
        assertThat(narrow.advice()).contains("belongs to single training models");
        assertThat(wide.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void tellsNoiseLevelsInEveryClock() {
        ProcessClock clock = new ProcessClock(new Schedule.VpCosine(0.008, 100).levels(), 2);

        assertThat(clock.sigma(clock.time(5))).isCloseTo(5, within(1e-12));
        assertThat(clock.step(clock.sigmaOfStep(17))).isCloseTo(17, within(1e-9));
        assertThat(clock.step(Math.sqrt(clock.sigmaOfStep(17) * clock.sigmaOfStep(18))))
                .isCloseTo(17.5, within(1e-9));
        assertThat(clock.step(clock.sigmaOfStep(0) / 2)).isNaN();
        assertThat(clock.words(1e9)).contains("outside of this schedule");
        // α = e^(−t) is that of the schedule at the same noise level
        double alpha = new Schedule.VpCosine(0.008, 100).levels().alpha(40);
        assertThat(Math.exp(-clock.time(clock.sigmaOfStep(40)))).isCloseTo(alpha, within(1e-12));
    }

    @Test
    void asksForThreeTrainingModels() {
        assertThat(diagnostic(new Schedule.Ve(0.01, 50, 10)).inapplicable(subject(new AtomPrior(normal(2, 1, 0)))))
                .contains("needs at least 3 training models, the prior has 2");
    }

    /** A bell of one width around each training model. */
    private record Memorized(TrainingModels training, GaussianMixture mixture) implements Prior, TrainingSet {

        Memorized(double[][] models, double sigma) {
            this(
                    TrainingModels.read(
                            new InMemoryDataset(Space.vector(DIMENSION), models),
                            Space.vector(DIMENSION),
                            RunExecutor.SERIAL,
                            "training"),
                    sigma);
        }

        private Memorized(TrainingModels training, double sigma) {
            this(
                    training,
                    GaussianMixture.around(training, Space.vector(DIMENSION), sigma * sigma, RunExecutor.SERIAL));
        }

        @Override
        public Space space() {
            return Space.vector(DIMENSION);
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            Optional<C> own = Prior.super.capability(type);
            return own.isPresent() ? own : mixture.capability(type);
        }
    }
}
