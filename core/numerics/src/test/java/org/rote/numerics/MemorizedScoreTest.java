package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.rote.numerics.Scenario.SEED;
import static org.rote.numerics.Scenario.equal;
import static org.rote.numerics.Scenario.models;
import static org.rote.numerics.Scenario.near;
import static org.rote.numerics.Scenario.scenario;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;

/** The score of a noisy training set against plain sums in double. */
class MemorizedScoreTest {

    /** Sums of at most 3 000 terms in double, in another order. */
    private static final double DOUBLE = 1e-12;

    /** What the documentation promises for single precision, in units of Σ_n r_n |x_n − X|. */
    private static final double PROMISED = 1e-4;

    /** What is seen where the training models are centred at zero or exactly centred: no regression from there. */
    private static final double USUAL = 1e-5;

    static Stream<Scenario> scenarios() {
        double[][] grid = models(61, 700, 0, 1);
        double[][] velocities = models(40, 500, 3000, 1);
        double[][] duplicates = models(50, 300, 0, 1);
        for (int n = 10; n < 30; n++) {
            duplicates[n] = duplicates[3].clone();
        }
        double[][] close = models(30, 300, 2000, 1e-3);
        Scenario weighted = scenario("weights, one of them zero", grid, 9, 8, 8, USUAL);
        double[] logWeights = IntStream.range(0, 61).mapToDouble(n -> -0.3 * n).toArray();
        logWeights[4] = Double.NEGATIVE_INFINITY;
        double[][] outsider = models(20, 257, 0, 1);
        return Stream.of(
                scenario("one model far ahead", grid, 13, 0.5, 0.5, USUAL),
                scenario("several models matter", grid, 13, 8, 8, USUAL),
                scenario("all models matter", grid, 13, 100, 100, USUAL),
                scenario("all models matter, little noise in the states", grid, 13, 1, 100, USUAL),
                scenario("noise a thousandth of the spacing", grid, 13, 1e-3, 1e-3, USUAL),
                scenario("states on training models, little noise", grid, 13, 0, 1e-3, USUAL),
                scenario("states on training models, much noise", grid, 13, 0, 20, USUAL),
                scenario("velocities, spacing 1 m/s, noise 1 mm/s", velocities, 5, 1e-3, 1e-3, USUAL),
                scenario("velocities, noise of the spacing", velocities, 5, 1, 1, USUAL),
                scenario("velocities, all models matter", velocities, 5, 30, 30, USUAL),
                scenario("twenty equal models", duplicates, 7, 0.1, 0.1, USUAL),
                scenario("models closer than a float resolves their norms", close, 4, 1e-3, 1e-3, USUAL),
                new Scenario(weighted.name(), grid, logWeights, weighted.states(), weighted.sigma(), USUAL),
                new Scenario(
                        "states far from all models", outsider, equal(20), near(models(6, 257, 5, 3), 6, 0), 4, USUAL),
                scenario("two models in one dimension", new double[][] {{-1}, {1}}, 3, 0.7, 0.7, USUAL),
                scenario("one model", models(1, 3, 0, 1), 2, 1, 1, USUAL),
                scenario("odd sizes", models(9, 33, 0, 1), 1, 2, 2, USUAL),
                scenario("more states than a batch", models(17, 5, 0, 1), 131, 0.5, 0.5, USUAL),
                scenario(
                        "more columns than a chain, more rows than a chain",
                        models(601, 1031, 0, 1),
                        33,
                        30,
                        30,
                        USUAL),
                scenario("many chains", models(10, 5000, 0, 1), 3, 40, 40, PROMISED));
    }

    static TrainingMatrix matrix(Scenario s, Storage storage) {
        TrainingMatrixBuilder builder = TrainingMatrix.builder(s.models().length, s.dimension(), storage);
        for (double[] model : s.models()) {
            builder.add(model);
        }
        return builder.build();
    }

    static MemorizedScore score(Scenario s, Storage storage) {
        return new MemorizedScore(matrix(s, storage), s.logWeights(), RunExecutor.SERIAL);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void agreesWithPlainSumsInDouble(Scenario s) {
        checkAgainstReference(s, Storage.FLOAT64, DOUBLE);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void keepsItsPromiseInSinglePrecision(Scenario s) {
        checkAgainstReference(s, Storage.FLOAT32, s.tolerance());
    }

    private static void checkAgainstReference(Scenario s, Storage storage, double tolerance) {
        Scenario.Reference reference = new Scenario.Reference(s);
        MemorizedScore score = score(s, storage);
        double[] states = s.states().clone();
        double[] scores = filled(s.states().length);
        double[] denoised = filled(s.states().length);
        double[] responsibilities = filled(s.count() * s.models().length);
        double[] logDensities = filled(s.count());

        score.score(states, s.count(), s.sigma(), scores);
        score.denoise(states, s.count(), s.sigma(), denoised);
        score.responsibilities(states, s.count(), s.sigma(), responsibilities);
        score.logDensity(states, s.count(), s.sigma(), logDensities);

        assertThat(states).as("states").isEqualTo(s.states());
        int dimension = s.dimension();
        for (int b = 0; b < s.count(); b++) {
            double scoreError = 0;
            double denoiserError = 0;
            for (int i = b * dimension; i < (b + 1) * dimension; i++) {
                scoreError = Math.hypot(scoreError, s.sigma() * s.sigma() * scores[i] - reference.displacements[i]);
                denoiserError = Math.hypot(denoiserError, denoised[i] - s.states()[i] - reference.displacements[i]);
            }
            // A denoised state is given in full, so it carries the rounding of its own size.
            double rounding =
                    1e-15 * Arrays.stream(s.states()).map(Math::abs).max().orElseThrow() * dimension;
            String where = s.name() + ", state " + b + ", seed " + SEED;
            assertThat(scoreError).as("score: %s", where).isLessThanOrEqualTo(tolerance * reference.scales[b]);
            assertThat(denoiserError)
                    .as("denoiser: %s", where)
                    .isLessThanOrEqualTo(tolerance * reference.scales[b] + rounding);
            double logScale = storageTerms(s, storage, reference.logDensities[b]);
            assertThat(logDensities[b])
                    .as("log density: %s", where)
                    .isCloseTo(reference.logDensities[b], within(tolerance * logScale));
        }
        assertThat(responsibilities).as(s.name()).containsExactly(reference.responsibilities, within(10 * tolerance));
    }

    @Test
    void twentyEqualModelsAtLittleNoiseKeepTheBoundOfTheirSumInSinglePrecision() {
        double[][] models = models(50, 300, 0, 1);
        for (int n = 0; n < 20; n++) {
            models[n] = models[49].clone();
        }
        Scenario s = scenario("", models, 1, 1e-4, 1e-4, PROMISED);
        Scenario.Reference reference = new Scenario.Reference(s);
        double[] scores = new double[300];
        score(s, Storage.FLOAT32).score(s.states(), 1, s.sigma(), scores);
        double error = 0;
        double norm = 0;
        for (int k = 0; k < 300; k++) {
            error = Math.hypot(error, s.sigma() * s.sigma() * scores[k] - reference.displacements[k]);
            norm = Math.hypot(norm, models[0][k]);
        }
        // All of the responsibility goes through the product: rho = 1.
        assertThat(error).isLessThan(PROMISED * reference.scales[0] + 300 * 0x1p-24 * norm);
        assertThat(error).as("the case is as hard as it is meant to be").isGreaterThan(PROMISED * reference.scales[0]);
    }

    /** Log densities are differences of numbers of their own size in double; logits in single precision have an absolute error. */
    private static double storageTerms(Scenario s, Storage storage, double logDensity) {
        return Math.max(1, storage == Storage.FLOAT64 ? Math.abs(logDensity) + s.dimension() : 10);
    }

    private static double[] filled(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void plainAndVectorKernelsGiveTheSameBits(Scenario s) {
        TrainingMatrix matrix = matrix(s, Storage.FLOAT32);
        double[] chosen = new double[s.states().length];
        double[] plain = new double[s.states().length];
        new MemorizedScore(matrix, s.logWeights(), RunExecutor.SERIAL).score(s.states(), s.count(), s.sigma(), chosen);
        new MemorizedScore(
                        matrix,
                        RunExecutor.SERIAL,
                        s.logWeights(),
                        (models, logWeights, executor) ->
                                new BlockedLookup((SingleRows) models.rows(), logWeights, executor, PlainKernels::new))
                .score(s.states(), s.count(), s.sigma(), plain);
        assertThat(chosen).as(s.name()).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theNumberOfThreadsDoesNotChangeABit(Scenario s) {
        for (Storage storage : Storage.values()) {
            TrainingMatrix matrix = matrix(s, storage);
            double[] serial = new double[s.states().length];
            double[] parallel = new double[s.states().length];
            new MemorizedScore(matrix, s.logWeights(), RunExecutor.SERIAL)
                    .score(s.states(), s.count(), s.sigma(), serial);
            for (int threads = 2; threads <= 3; threads++) {
                new MemorizedScore(matrix, s.logWeights(), new Threads(threads))
                        .score(s.states(), s.count(), s.sigma(), parallel);
                assertThat(parallel)
                        .as("%s, %s, %d threads", s.name(), storage, threads)
                        .isEqualTo(serial);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theOtherStatesOfACallDoNotChangeABit(Scenario s) {
        for (Storage storage : Storage.values()) {
            MemorizedScore score = score(s, storage);
            double[] together = new double[s.states().length];
            score.score(s.states(), s.count(), s.sigma(), together);
            double[] alone = new double[s.dimension()];
            for (int b = 0; b < s.count(); b += 3) {
                int from = b * s.dimension();
                score.score(Arrays.copyOfRange(s.states(), from, from + s.dimension()), 1, s.sigma(), alone);
                assertThat(alone)
                        .as("%s, %s, state %d", s.name(), storage, b)
                        .isEqualTo(Arrays.copyOfRange(together, from, from + s.dimension()));
            }
        }
    }

    @Test
    void aSecondCallIsNotInfluencedByTheFirst() {
        Scenario s = scenario("", models(40, 300, 0, 1), 20, 5, 5, USUAL);
        MemorizedScore score = score(s, Storage.FLOAT32);
        double[] first = new double[s.states().length];
        double[] second = new double[s.states().length];
        score.score(s.states(), 20, 5, first);
        score.score(s.states(), 3, 0.1, second);
        score.score(s.states(), 20, 200, second);
        score.score(s.states(), 20, 5, second);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void rowsInSeveralArraysGiveTheSameBits() {
        double[][] models = models(100, 40, 0, 1);
        SingleRows split = new SingleRows(100, 40, 24);
        SingleRows whole = new SingleRows(100, 40);
        for (int n = 0; n < 100; n++) {
            split.write(n, models[n]);
            whole.write(n, models[n]);
        }
        split.centre(new double[40]);
        whole.centre(new double[40]);
        double[] states = near(models, 6, 3);
        double[] fromSplit = new double[states.length];
        double[] fromWhole = new double[states.length];
        new MemorizedScore(new TrainingMatrix(split), equal(100), RunExecutor.SERIAL).score(states, 6, 3, fromSplit);
        new MemorizedScore(new TrainingMatrix(whole), equal(100), RunExecutor.SERIAL).score(states, 6, 3, fromWhole);
        assertThat(fromSplit).isEqualTo(fromWhole);
    }

    @Test
    void theScoreIsTheGradientOfTheLogDensity() {
        Scenario s = scenario("", models(5, 3, 0, 1), 4, 0.8, 0.8, USUAL);
        MemorizedScore score = score(s, Storage.FLOAT64);
        double[] gradient = new double[12];
        score.score(s.states(), 4, 0.8, gradient);
        double step = 1e-5;
        for (int i = 0; i < 12; i++) {
            double[] up = s.states().clone();
            double[] down = s.states().clone();
            up[i] += step;
            down[i] -= step;
            double[] above = new double[4];
            double[] below = new double[4];
            score.logDensity(up, 4, 0.8, above);
            score.logDensity(down, 4, 0.8, below);
            // Central differences: step² times a third derivative of order one, plus rounding over the step.
            assertThat((above[i / 3] - below[i / 3]) / (2 * step)).isCloseTo(gradient[i], within(1e-8));
        }
    }

    @Test
    void valuesTooLargeForSinglePrecisionAreComputedInDouble() {
        double[][] models = {{1e25, 0}, {-1e25, 1e20}, {3e24, -1e25}};
        for (double[] model : models) {
            model[0] = (float) model[0];
            model[1] = (float) model[1];
        }
        Scenario s = scenario("", models, 3, 1e24, 1e25, USUAL);
        checkAgainstReference(s, Storage.FLOAT32, USUAL);
    }

    @Test
    void namesTheStateThatIsNotFinite() {
        for (Storage storage : Storage.values()) {
            Scenario s = scenario("", models(4, 5, 0, 1), 3, 1, 1, USUAL);
            s.states()[7] = Double.POSITIVE_INFINITY;
            assertThatThrownBy(() -> score(s, storage).score(s.states(), 3, 1, new double[15]))
                    .isInstanceOf(NumericsException.class)
                    .hasMessageContaining("state 1")
                    .hasMessageContaining("value 2 must be finite, got Infinity");
        }
    }

    @Test
    void refusesANoiseLevelThatIsNotPositive() {
        Scenario s = scenario("", models(4, 5, 0, 1), 3, 1, 1, USUAL);
        for (double sigma : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> score(s, Storage.FLOAT64).score(s.states(), 3, sigma, new double[15]))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("sigma")
                    .hasMessageContaining("must be greater than 0, got " + sigma);
        }
    }

    @Test
    void saysWhenTheNoiseLevelIsTooSmallForTheArithmetic() {
        for (Storage storage : Storage.values()) {
            Scenario s = scenario("", models(4, 5, 0, 1), 1, 1, 1, USUAL);
            assertThatThrownBy(() -> score(s, storage).score(s.states(), 1, 1e-170, new double[5]))
                    .isInstanceOf(NumericsException.class)
                    .hasMessageContaining("state 0")
                    .hasMessageContaining("sigma = 1.0E-170")
                    .hasMessageContaining("give a larger noise level");
        }
    }

    @Test
    void refusesWeightsThatDoNotFit() {
        Scenario s = scenario("", models(4, 5, 0, 1), 1, 1, 1, USUAL);
        TrainingMatrix matrix = matrix(s, Storage.FLOAT64);
        assertThatThrownBy(() -> new MemorizedScore(matrix, new double[3], RunExecutor.SERIAL))
                .hasMessageContaining("got 3 for 4 training models");
        assertThatThrownBy(() -> new MemorizedScore(matrix, new double[] {0, Double.NaN, 0, 0}, RunExecutor.SERIAL))
                .hasMessageContaining("weight 1")
                .hasMessageContaining("NaN");
        double none = Double.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> new MemorizedScore(matrix, new double[] {none, none, none, none}, RunExecutor.SERIAL))
                .hasMessageContaining("are all zero");
    }

    @Test
    void refusesArraysThatAreTooShort() {
        Scenario s = scenario("", models(4, 5, 0, 1), 3, 1, 1, USUAL);
        assertThatThrownBy(() -> score(s, Storage.FLOAT64).score(s.states(), 4, 1, new double[20]))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("states")
                .hasMessageContaining("array of 15 values for 4 x 5");
        assertThatThrownBy(() -> score(s, Storage.FLOAT64).score(s.states(), 3, 1, new double[14]))
                .hasMessageContaining("array of 14 values for 3 x 5");
    }

    /** Runs tasks on threads of its own, the last ones first. */
    record Threads(int parallelism) implements RunExecutor {

        @Override
        public void forEach(int tasks, IntConsumer task) {
            Thread[] threads = new Thread[parallelism];
            for (int t = 0; t < parallelism; t++) {
                int own = t;
                threads[t] = new Thread(() -> {
                    for (int i = tasks - 1; i >= 0; i--) {
                        if (i % parallelism == own) {
                            task.accept(i);
                        }
                    }
                });
                threads[t].start();
            }
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
