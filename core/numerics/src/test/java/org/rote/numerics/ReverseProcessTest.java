package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.spi.Atoms;
import org.rote.spi.NoisyScore;
import org.rote.spi.Prior;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;
import org.rote.testkit.ReferenceNumbers;

class ReverseProcessTest {

    /** Double precision against double precision. */
    private static final double DOUBLE = 1e-10;

    /** The schedule was computed in single precision; its levels are given to 1e-7. */
    private static final double SINGLE = 1e-6;

    private record Points(double[][] points) implements Prior, Atoms {
        @Override
        public Space space() {
            return Space.vector(points[0].length);
        }

        @Override
        public int count() {
            return points.length;
        }

        @Override
        public void atom(int n, double[] out) {
            System.arraycopy(points[n], 0, out, 0, points[n].length);
        }

        @Override
        public double logWeight(int n) {
            return -Math.log(points.length);
        }

        @Override
        public String identity() {
            return "points";
        }
    }

    private static NoisyScore exactScore(double[][] points) {
        return Derivations.of((Prior) new Points(points), RunExecutor.SERIAL)
                .capability(NoisyScore.class)
                .orElseThrow();
    }

    @Test
    void closedFormTrajectoriesAgreeWithThePublishedOnesInDouble() {
        follow("trajectory_float64_schedule", new Schedule.VpLinear(1e-4, 0.02, 200).levels(), DOUBLE);
    }

    @Test
    void closedFormTrajectoriesAgreeWithThePublishedOnesUnderTheirSchedule() {
        double[] alphaBar = ReferenceNumbers.shared("ddpm-schedule.json")
                .at("alphas_cumprod_float32_as_published")
                .numbers();
        follow("trajectory_float32_schedule_in_float64", NoiseLevels.variancePreserving(alphaBar), SINGLE);
    }

    private static void follow(String trajectory, NoiseLevels levels, double tolerance) {
        ReferenceNumbers reference = ReferenceNumbers.shared("ddpm-schedule.json");
        ReferenceNumbers published = reference.at(trajectory);
        double[] states = flat(reference.at("start").rows());
        int count = states.length / 2;
        ReverseProcess process =
                new ReverseProcess(exactScore(reference.at("x_train").rows()), levels, 2);
        List<Integer> snapshots = List.of(199, 150, 100, 50, 10, 1);
        double[] denoised = new double[states.length];
        for (int t = levels.steps() - 1; t >= 0; t--) {
            process.denoise(t, states, count, denoised);
            process.deterministic(t, states, denoised, count, states);
            if (snapshots.contains(t)) {
                double[] expected =
                        flat(published.at("snapshots", Integer.toString(t)).rows());
                assertThat(states).as("after step %d", t).containsExactly(expected, within(tolerance));
            }
        }
        assertThat(states).containsExactly(flat(published.at("end").rows()), within(tolerance));
    }

    @Test
    void ancestralStepsKeepTheMarginalOfAGaussian() {
        // a Gaussian prior: x_t is Gaussian at every level, and the ancestral step with the exact conditional mean of
        // x₀ loses
        // only the spread of x₀ given x_t, which vanishes as the steps get shorter
        long seed = 23;
        double spread = 1.5;
        NoisyScore score = (states, count, sigma, out) ->
                Arrays.setAll(out, i -> i < count ? -states[i] / (spread * spread + sigma * sigma) : 0);
        int draws = 20_000;
        NoiseLevels levels = new Schedule.VpLinear(1e-4, 0.02, 1000).levels();
        ReverseProcess process = new ReverseProcess(score, levels, 1);
        RandomGenerator random = new SeededStreams(seed, "ancestral").random("normals", 0);
        int last = levels.steps() - 1;
        double start = Math.hypot(levels.alpha(last) * spread, levels.sigma(last));
        double[] states = new double[draws];
        Arrays.setAll(states, i -> start * random.nextGaussian());
        double[] denoised = new double[draws];
        double[] normals = new double[draws];
        for (int t = last; t >= 0; t--) {
            Arrays.setAll(normals, i -> random.nextGaussian());
            process.denoise(t, states, draws, denoised);
            process.ancestral(t, states, denoised, normals, draws, states);
        }
        double variance = Arrays.stream(states).map(x -> x * x).sum() / draws;

        // five standard errors of a variance, and the bias of a thousand steps
        assertThat(variance)
                .as("seed %d", seed)
                .isCloseTo(spread * spread, within(spread * spread * (5 * Math.sqrt(2.0 / draws) + 0.01)));
    }

    @Test
    void ancestralStepAddsTheVarianceOfTheConditional() {
        NoiseLevels levels = new Schedule.VpLinear(0.1, 0.3, 3).levels();
        ReverseProcess process = new ReverseProcess((states, count, sigma, out) -> {}, levels, 1);
        double[] out = new double[1];
        // β̃_t = β_t (1 − ᾱ_{t−1})/(1 − ᾱ_t) (Ho et al. 2020, eq. 7), here for t = 2: β = 0.3, ᾱ = 0.9 · 0.8 · 0.7
        process.ancestral(2, new double[] {0}, new double[] {0}, new double[] {1}, 1, out);

        assertThat(out[0]).isCloseTo(Math.sqrt(0.3 * (1 - 0.72) / (1 - 0.504)), within(1e-15));
    }

    @Test
    void ancestralMeanIsThatOfTheConditional() {
        NoiseLevels levels = new Schedule.VpLinear(0.1, 0.3, 3).levels();
        ReverseProcess process = new ReverseProcess((states, count, sigma, out) -> {}, levels, 1);
        double[] out = new double[1];
        process.ancestral(2, new double[] {0.6}, new double[] {-0.4}, new double[] {0}, 1, out);

        // Ho et al. 2020, eq. 7
        double expected = Math.sqrt(0.72) * 0.3 / (1 - 0.504) * -0.4 + Math.sqrt(0.7) * (1 - 0.72) / (1 - 0.504) * 0.6;
        assertThat(out[0]).isCloseTo(expected, within(1e-15));
    }

    @Test
    void explodingProcessEndsOnATrainingModelToo() {
        double[][] points = {{-2, 0}, {1, 1}, {2, -1}};
        NoiseLevels levels = new Schedule.Edm(0.002, 20, 7, 40).levels();
        ReverseProcess process = new ReverseProcess(exactScore(points), levels, 2);
        double[] states = {-13, 2, 15, -9};
        double[] denoised = new double[4];
        for (int t = levels.steps() - 1; t >= 0; t--) {
            process.denoise(t, states, 2, denoised);
            process.deterministic(t, states, denoised, 2, states);
        }

        assertThat(states).containsExactly(new double[] {-2, 0, 2, -1}, within(1e-12));
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
