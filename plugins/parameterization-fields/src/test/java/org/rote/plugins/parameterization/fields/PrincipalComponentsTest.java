package org.rote.plugins.parameterization.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Parameterization;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;
import org.rote.testkit.ThreadedExecutor;

class PrincipalComponentsTest {

    /** Eigenvectors of a matrix of products: double precision, divided by the gap of neighbouring eigenvalues. */
    private static final double ROUNDING = 1e-10;

    private static final long SEED = 4;

    private static Parameterization.Invertible make(
            Optional<Integer> modes, Optional<Double> energy, TestContext context, Space of, double[]... models) {
        PrincipalComponentsConfig config =
                new PrincipalComponentsConfig(new FixedPart<>("fixed", new InMemoryDataset(of, models)), modes, energy);
        return (Parameterization.Invertible) new PrincipalComponentsFactory().create(config, context);
    }

    private static Parameterization.Invertible make(int modes, Space space, double[]... models) {
        return make(Optional.of(modes), Optional.empty(), TestContext.in(space), space, models);
    }

    private static double[][] random(int count, Space space) {
        double[][] models = new double[count][];
        Arrays.setAll(
                models,
                n -> new SeededStreams(SEED, "models")
                        .random("model", n)
                        .doubles(space.size(), 1500, 3000)
                        .toArray());
        return models;
    }

    /** Two models on both sides of the mean for each of three directions, of which the last is 10 000 times shorter than the first. */
    private static double[][] known(int cells) {
        double[][] models = new double[6][cells];
        for (int n = 0; n < 6; n++) {
            Arrays.fill(models[n], 2000);
            models[n][cells - 1 - n / 2] += (n % 2 == 0 ? 1 : -1) * 300 * Math.pow(100, -(n / 2));
        }
        return models;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 30})
    void findsDirectionsAndStandardDeviations(int cells) {
        Parameterization components = make(3, Grids.of(WaveSpeed.VELOCITY, cells), known(cells));
        double[] model = new double[cells];
        for (int k = 0; k < 3; k++) {
            double[] z = new double[3];
            z[k] = 1;
            components.forward(z, model);
            double deviation = 300 * Math.pow(100, -k) * Math.sqrt(2.0 / 5);
            for (int i = 0; i < cells; i++) {
                double expected = i == cells - 1 - k ? deviation : 0;
                assertThat(Math.abs(model[i] - 2000))
                        .as("mode %d, cell %d", k, i)
                        .isCloseTo(expected, within(2000 * ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 60})
    void givesTheTrainingModelsUnitCovariance(int count) {
        Space space = Grids.of(WaveSpeed.VELOCITY, 5, 6);
        double[][] models = random(count, space);
        int modes = 5;
        Parameterization.Invertible components = make(modes, space, models);
        double[][] z = new double[count][modes];
        for (int n = 0; n < count; n++) {
            components.invert(models[n], z[n]);
        }
        for (int k = 0; k < modes; k++) {
            for (int l = 0; l <= k; l++) {
                double sum = 0;
                double product = 0;
                for (double[] each : z) {
                    sum += each[k];
                    product += each[k] * each[l];
                }
                assertThat(sum / count).as("mean of coordinate %d", k).isCloseTo(0, within(ROUNDING));
                assertThat(product / (count - 1))
                        .as("covariance of coordinates %d and %d", k, l)
                        .isCloseTo(k == l ? 1 : 0, within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 60})
    void reproducesTheTrainingModelsWithAllModes(int count) {
        Space space = Grids.of(WaveSpeed.VELOCITY, 5, 6);
        double[][] models = random(count, space);
        Parameterization.Invertible components =
                make(Optional.empty(), Optional.of(1.0), TestContext.in(space), space, models);
        assertThat(components.domain().size()).isEqualTo(Math.min(count - 1, 30));
        double[] z = new double[components.domain().size()];
        double[] model = new double[30];
        for (double[] each : models) {
            components.invert(each, z);
            components.forward(z, model);
            assertThat(model).usingComparatorWithPrecision(3000 * ROUNDING).containsExactly(each);
        }
    }

    @Test
    void keepsAsFewModesAsHoldTheEnergy() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 30);
        // variances are in the ratio 1 : 1e-4 : 1e-8
        assertThat(modesFor(0.9, space)).isEqualTo(1);
        assertThat(modesFor(0.99995, space)).isEqualTo(2);
        assertThat(modesFor(0.999999995, space)).isEqualTo(3);
    }

    private static int modesFor(double energy, Space space) {
        return make(Optional.empty(), Optional.of(energy), TestContext.in(space), space, known(30))
                .domain()
                .size();
    }

    @Test
    void givesTheSameBitsOnTwoThreads() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 10, 12);
        double[][] models = random(70, space);
        double[] z = new double[20];
        Arrays.setAll(z, k -> Math.cos(k));
        double[][] results = new double[2][space.size()];
        make(20, space, models).forward(z, results[0]);
        TestContext two = TestContext.in(space).withExecutor(new ThreadedExecutor(2));
        make(Optional.of(20), Optional.empty(), two, space, models).forward(z, results[1]);
        assertThat(results[1]).isEqualTo(results[0]);
    }

    @Test
    void refusesTrainingSetsWithoutAnyVariance() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 2);
        assertThat(Refusals.of(() -> make(1, space, new double[] {1, 2})))
                .isEqualTo(
                        "training: holds a single model, of which there is nothing to learn but itself (give at least two models; around a single one, use the prior \"gaussian\" with it as mean)");
        assertThat(Refusals.of(() -> make(1, space, new double[] {1, 2}, new double[] {1, 2})))
                .isEqualTo("training: holds 2 times one model (give models that differ)");
    }

    @Test
    void refusesMoreModesThanTheModelsHave() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 30);
        assertThat(Refusals.of(() -> make(4, space, known(30))))
                .isEqualTo(
                        "modes: must be at most 3, got 4: these 6 models vary in no more directions (give 3 or less)");
        assertThat(Refusals.of(() -> make(6, space, random(6, space))))
                .startsWith("modes: must be at most 5, got 6: these 6 models vary in no more directions");
    }

    @Test
    void refusesModelsOfAnotherShape() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 3, 4);
        Space other = Grids.of(WaveSpeed.VELOCITY, 4, 4);
        assertThat(Refusals.of(
                        () -> make(Optional.of(1), Optional.empty(), TestContext.in(space), other, random(3, other))))
                .startsWith("training: expected velocity in m/s, x 3 (step 10.0 m) × z 4 (step 10.0 m), got velocity");
    }

    @Test
    void refusesModelsThatAreNotFinite() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 2);
        assertThat(Refusals.of(() -> make(1, space, new double[] {1, 2}, new double[] {1, Double.NaN})))
                .isEqualTo("training: model 1 has NaN at index 1 (remove or repair the model)");
    }

    @Test
    void wantsEitherModesOrEnergy() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 2);
        FixedPart<org.rote.spi.Dataset> training =
                new FixedPart<>("fixed", new InMemoryDataset(space, random(3, space)));
        assertThat(Refusals.of(() -> new PrincipalComponentsConfig(training, Optional.empty(), Optional.empty())))
                .isEqualTo("has neither modes nor energy (give one of them, for example energy: 0.95)");
        assertThat(Refusals.of(() -> new PrincipalComponentsConfig(training, Optional.of(0), Optional.of(1.5))))
                .isEqualTo(
                        "has both modes and energy (give one of them, for example energy: 0.95); modes: must be at least 1, got 0 (give 1 or more); energy: must be greater than 0 and at most 1, got 1.5 (give the part of the variance to keep, for example 0.95)");
    }
}
