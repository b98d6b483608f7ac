package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;
import org.rote.testkit.ReferenceNumbers;

class GaussianMixtureTest {

    private static final long SEED = 5;

    /** What issue and reference ask for, double precision against double precision. */
    private static final double REFERENCE = 1e-10;

    private record Listed(double[] logWeights, double[][] means, List<Covariance> covariances) implements Components {
        @Override
        public int count() {
            return means.length;
        }

        @Override
        public double logWeight(int n) {
            return logWeights[n];
        }

        @Override
        public void mean(int n, double[] out) {
            System.arraycopy(means[n], 0, out, 0, means[n].length);
        }

        @Override
        public Covariance covariance(int n) {
            return covariances.get(n);
        }
    }

    private static GaussianMixture memorized(double[][] models, double sigma) {
        double[] logs = new double[models.length];
        Arrays.fill(logs, -Math.log(models.length));
        Covariance shared = Covariances.isotropic(models[0].length, sigma * sigma);
        List<Covariance> covariances =
                IntStream.range(0, models.length).mapToObj(n -> shared).toList();
        return GaussianMixture.of(
                Space.vector(models[0].length), new Listed(logs, models, covariances), RunExecutor.SERIAL);
    }

    /** Four components of three unknowns, each with another kind of covariance, the first shared by two. */
    private static GaussianMixture mixed() {
        double[][] means = {{0, 0, 0}, {1, -1, 0.5}, {-0.5, 0.5, 2}, {2, 1, -1}, {0.3, 0.2, 0.1}};
        Covariance shared = Covariances.dense(3, new double[] {1, 0.3, 0, 0.3, 0.5, 0.1, 0, 0.1, 0.8});
        List<Covariance> covariances = List.of(
                shared,
                Covariances.isotropic(3, 0.4),
                shared,
                Covariances.diagonal(new double[] {0.3, 1.2, 0.6}),
                Covariances.lowRank(0.2, 3, 1, new double[] {1, -1, 0.5}));
        double[] logs = {Math.log(0.1), Math.log(0.3), Math.log(0.2), Math.log(0.15), Math.log(0.25)};
        return GaussianMixture.of(Space.vector(3), new Listed(logs, means, covariances), RunExecutor.SERIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stylized-1d.json", "stylized-2d.json"})
    void agreesWithThePublishedDensitiesAndScores(String file) {
        ReferenceNumbers reference = ReferenceNumbers.shared(file);
        double[][] points = reference.at("points").rows();
        for (int s = 0; s < reference.at("per_sigma").count(); s++) {
            ReferenceNumbers published = reference.at("per_sigma", s);
            GaussianMixture mixture = memorized(
                    reference.at("x_train").rows(), published.at("sigma").number());
            double[] logDensities = published.at("log_prior_density").numbers();
            double[][] scores = published.at("score").rows();
            for (int p = 0; p < points.length; p++) {
                double[] score = new double[points[p].length];
                mixture.score(points[p], score);
                assertThat(mixture.logDensity(points[p]))
                        .isCloseTo(logDensities[p], within(REFERENCE * Math.abs(logDensities[p])));
                for (int i = 0; i < score.length; i++) {
                    // the gradient of a log density is known to the rounding of its largest term, |x − x_n|/σ²
                    double scale = Math.max(Math.abs(scores[p][i]), 1);
                    assertThat(score[i]).isCloseTo(scores[p][i], within(REFERENCE * scale));
                }
            }
        }
    }

    @Test
    void scoreIsTheGradientOfTheLogDensity() {
        assertScoreIsGradient(mixed());
        assertScoreIsGradient(mixed().convolved(0.3));
    }

    private static void assertScoreIsGradient(GaussianMixture mixture) {
        double step = 1e-5;
        for (double[] x : states(6)) {
            double[] score = new double[3];
            mixture.score(x, score);
            for (int i = 0; i < 3; i++) {
                double[] up = x.clone();
                double[] down = x.clone();
                up[i] += step;
                down[i] -= step;
                double difference = (mixture.logDensity(up) - mixture.logDensity(down)) / (2 * step);
                // a central difference is off by step² of the third derivative, and by rounding over the step
                assertThat(score[i]).as("seed %d", SEED).isCloseTo(difference, within(1e-8));
            }
        }
    }

    @Test
    void noisyScoreIsTheScoreOfTheWidenedMixture() {
        GaussianMixture mixture = mixed();
        GaussianMixture wider = mixture.convolved(0.6 * 0.6);
        double[][] states = states(4);
        double[] scores = new double[12];
        mixture.scores(flat(states), 4, 0.6, scores);

        for (int s = 0; s < 4; s++) {
            double[] score = new double[3];
            wider.score(states[s], score);
            assertThat(Arrays.copyOfRange(scores, 3 * s, 3 * s + 3)).containsExactly(score);
        }
    }

    @Test
    void widenedDensityIsTheConvolution() {
        GaussianMixture narrow = memorized(new double[][] {{-1}, {0.5}}, 0.3);
        GaussianMixture wide = narrow.convolved(0.16);
        double x = 0.2;
        double step = 1e-3;
        double sum = 0;
        for (double t = -8; t <= 8; t += step) {
            double noise = Math.exp(-0.5 * t * t / 0.16) / Math.sqrt(2 * Math.PI * 0.16);
            sum += step * noise * Math.exp(narrow.logDensity(new double[] {x - t}));
        }

        // the trapezoid rule converges faster than any power for smooth functions that vanish at the ends
        assertThat(Math.exp(wide.logDensity(new double[] {x}))).isCloseTo(sum, within(1e-12));
    }

    @Test
    void scoreStaysFiniteFarFromEveryComponent() {
        GaussianMixture mixture = memorized(new double[][] {{0, 0}, {1, 0}}, 0.01);
        double[] score = new double[2];
        mixture.score(new double[] {1000, 0}, score);

        assertThat(mixture.logDensity(new double[] {1000, 0})).isCloseTo(-0.5 * 999 * 999 / 1e-4, within(1e2));
        assertThat(score[0]).isCloseTo(-999 / 1e-4, within(1e-3));
        assertThat(score[1]).isZero();
    }

    @Test
    void blockedSumsAgreeWithTheSumsOverComponents() {
        int size = 300;
        int count = 70;
        RandomGenerator random = new SeededStreams(SEED, "mixture").random("blocked", 0);
        double[][] means = IntStream.range(0, count)
                .mapToObj(n -> random.doubles(size, -1, 1).toArray())
                .toArray(double[][]::new);
        double[] logs = Weights.ofLogs(random.doubles(count, -3, 0).toArray()).logs();
        Covariance shared = Covariances.isotropic(size, 4);
        Components components = new Listed(
                logs, means, IntStream.range(0, count).mapToObj(n -> shared).toList());
        GaussianMixture blocked = GaussianMixture.of(Space.vector(size), components, RunExecutor.SERIAL);
        ComponentSums plain = ComponentSums.of(components, Weights.ofLogs(logs), RunExecutor.SERIAL);
        double[] states = random.doubles(3L * size, -2, 2).toArray();
        double[] scores = new double[states.length];
        double[] expected = new double[states.length];

        for (double sigma : new double[] {0.1, 5}) {
            blocked.scores(states, 3, sigma, scores);
            plain.convolved(sigma * sigma).scores(states, 3, expected);
            assertThat(scores).as("seed %d", SEED).containsExactly(expected, within(1e-12));
        }
        double[] first = Arrays.copyOf(states, size);
        double logDensity = plain.logDensity(first);
        assertThat(blocked.logDensity(first))
                .as("seed %d", SEED)
                .isCloseTo(logDensity, within(1e-12 * Math.abs(logDensity)));
    }

    @Test
    void drawsHaveTheMomentsOfTheMixture() {
        GaussianMixture mixture = mixed();
        RandomGenerator random = new SeededStreams(SEED, "mixture").random("draws", 0);
        int draws = 40_000;
        double[] mean = new double[3];
        double[] second = new double[3];
        double[] x = new double[3];
        for (int i = 0; i < draws; i++) {
            mixture.draw(random, x);
            for (int k = 0; k < 3; k++) {
                mean[k] += x[k] / draws;
                second[k] += x[k] * x[k] / draws;
            }
        }
        for (int k = 0; k < 3; k++) {
            double[] expected = moments(mixture, k);
            // five standard errors; the fourth moments of these mixtures are below 60
            assertThat(mean[k]).as("seed %d", SEED).isCloseTo(expected[0], within(5 * Math.sqrt(expected[1] / draws)));
            assertThat(second[k]).as("seed %d", SEED).isCloseTo(expected[1], within(5 * Math.sqrt(60.0 / draws)));
        }
    }

    // Σ w μ_k and Σ w (C_kk + μ_k²)
    private static double[] moments(GaussianMixture mixture, int k) {
        double first = 0;
        double second = 0;
        double[] mean = new double[3];
        for (int n = 0; n < mixture.count(); n++) {
            double weight = Math.exp(mixture.logWeight(n));
            mixture.mean(n, mean);
            first += weight * mean[k];
            second += weight * (Covariances.toMatrix(mixture.covariance(n))[4 * k] + mean[k] * mean[k]);
        }
        return new double[] {first, second};
    }

    @Test
    void isItsOwnComponents() {
        GaussianMixture mixture = mixed();
        GaussianMixture again = GaussianMixture.of(mixture.space(), mixture, RunExecutor.SERIAL);

        for (double[] x : states(3)) {
            assertThat(again.logDensity(x)).isCloseTo(mixture.logDensity(x), within(1e-14));
        }
    }

    @Test
    void carriesNotANumberThrough() {
        double[] score = new double[3];
        mixed().score(new double[] {Double.NaN, 0, 0}, score);

        assertThat(score[0]).isNaN();
    }

    @Test
    void rejectsACovarianceOfAnotherSize() {
        Components wrong = new Listed(new double[1], new double[1][2], List.of(Covariances.isotropic(3, 1)));

        assertThatThrownBy(() -> GaussianMixture.of(Space.vector(2), wrong, RunExecutor.SERIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("covariance of component 0 is of size 3, the space of size 2");
    }

    private static double[][] states(int count) {
        RandomGenerator random = new SeededStreams(SEED, "mixture").random("states", 0);
        return IntStream.range(0, count)
                .mapToObj(s -> random.doubles(3, -2, 2).toArray())
                .toArray(double[][]::new);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
