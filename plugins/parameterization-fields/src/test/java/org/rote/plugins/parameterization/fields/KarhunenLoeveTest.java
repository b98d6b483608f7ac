package org.rote.plugins.parameterization.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.numerics.Correlation;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.AffineMapping;
import org.rote.spi.Axis;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

class KarhunenLoeveTest {

    /** Eigendecompositions of a few numbers, in units of the variance. */
    private static final double ROUNDING = 1e-12;

    private static KarhunenLoeveConfig config(
            Correlation kernel, List<String> lengths, Optional<Integer> modes, Optional<Double> energy) {
        return new KarhunenLoeveConfig("2 km/s", "200 m/s", lengths, kernel, modes, energy);
    }

    private static Parameterization make(KarhunenLoeveConfig config, Space space) {
        return new KarhunenLoeveFactory().create(config, TestContext.in(space));
    }

    /** The covariance of models whose coordinates are standard normal: A Aᵀ. */
    private static double[][] covariance(Parameterization expansion) {
        AffineMapping affine = (AffineMapping) expansion;
        int size = expansion.range().size();
        double[][] covariance = new double[size][size];
        double[] unit = new double[size];
        double[] z = new double[expansion.domain().size()];
        for (int i = 0; i < size; i++) {
            unit[i] = 1;
            affine.applyAdjoint(unit, z);
            unit[i] = 0;
            affine.apply(z, covariance[i]);
        }
        return covariance;
    }

    @ParameterizedTest
    @EnumSource
    void hasTheCovarianceOfTheFieldWithAllModes(Correlation kernel) {
        Space space = Grids.of(WaveSpeed.VELOCITY, 4, 5, 3);
        double[][] covariance = covariance(
                make(config(kernel, List.of("12 m", "8 m", "15 m"), Optional.of(60), Optional.empty()), space));
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                double expected = kernel.at(Math.abs(i / 15 - j / 15) * 10 / 12.0)
                        * kernel.at(Math.abs(i / 3 % 5 - j / 3 % 5) * 10 / 8.0)
                        * kernel.at(Math.abs(i % 3 - j % 3) * 10 / 15.0);
                assertThat(covariance[i][j] / 4e4).as("cells %d and %d", i, j).isCloseTo(expected, within(ROUNDING));
            }
        }
    }

    @Test
    void hasTheBackgroundAsItsMean() {
        Parameterization expansion = make(
                config(Correlation.EXPONENTIAL, List.of("30 m"), Optional.of(3), Optional.empty()),
                Grids.of(WaveSpeed.VELOCITY, 4, 5));
        double[] model = new double[20];
        expansion.forward(new double[3], model);
        assertThat(model).containsOnly(2000);
    }

    @Test
    void keepsTheModesOfLargestVarianceInTheirOrder() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 7, 6);
        List<String> lengths = List.of("50 m", "20 m");
        double[] all =
                variances(make(config(Correlation.EXPONENTIAL, lengths, Optional.of(42), Optional.empty()), space));
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        for (int k = 0; k < 42; k++) {
            assertThat(all[k]).as("variance of mode %d", k).isEqualTo(sorted[41 - k], within(ROUNDING * sorted[41]));
        }
        double[] few =
                variances(make(config(Correlation.EXPONENTIAL, lengths, Optional.of(11), Optional.empty()), space));
        assertThat(few).usingComparatorWithPrecision(ROUNDING * all[0]).containsExactly(Arrays.copyOf(all, 11));
    }

    @Test
    void keepsAsFewModesAsHoldTheEnergy() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 7, 6);
        List<String> lengths = List.of("50 m", "20 m");
        double[] all =
                variances(make(config(Correlation.EXPONENTIAL, lengths, Optional.of(42), Optional.empty()), space));
        int kept = make(config(Correlation.EXPONENTIAL, lengths, Optional.empty(), Optional.of(0.9)), space)
                .domain()
                .size();
        double total = 42 * 4e4;
        assertThat(Arrays.stream(all, 0, kept).sum()).isGreaterThanOrEqualTo(0.9 * total);
        assertThat(Arrays.stream(all, 0, kept - 1).sum()).isLessThan(0.9 * total);
    }

    private static double[] variances(Parameterization expansion) {
        AffineMapping affine = (AffineMapping) expansion;
        double[] variances = new double[expansion.domain().size()];
        double[] unit = new double[variances.length];
        double[] field = new double[expansion.range().size()];
        for (int k = 0; k < variances.length; k++) {
            unit[k] = 1;
            affine.apply(unit, field);
            unit[k] = 0;
            variances[k] = Arrays.stream(field).map(value -> value * value).sum();
        }
        return variances;
    }

    @Test
    void refusesMoreModesThanASmoothFieldHas() {
        assertThat(Refusals.of(() -> make(
                        config(Correlation.GAUSSIAN, List.of("1 km"), Optional.of(400), Optional.empty()),
                        Grids.of(WaveSpeed.VELOCITY, 20, 20))))
                .matches(
                        "modes: must be at most \\d+, got 400: fields of this correlation vary in no more directions \\(give \\d+ or less\\)");
    }

    @Test
    void refusesLengthsThatDoNotFitTheAxes() {
        Space space = Grids.of(WaveSpeed.VELOCITY, 4, 5);
        assertThat(Refusals.of(() -> make(
                        config(Correlation.EXPONENTIAL, List.of("1 m", "2 m", "3 m"), Optional.of(2), Optional.empty()),
                        space)))
                .isEqualTo(
                        "lengths: has 3 for 2 axes (velocity in m/s, x 4 (step 10.0 m) × z 5 (step 10.0 m)) (give one for all, or one for each)");
        assertThat(Refusals.of(() -> make(
                        config(Correlation.EXPONENTIAL, List.of("1 m", "2 s"), Optional.of(2), Optional.empty()),
                        space)))
                .isEqualTo(
                        "lengths[1]: unit s is not a unit of the same kind as m (give a number and a unit, in m or of the same kind)");
    }

    @Test
    void refusesADeviationOfAnotherUnit() {
        assertThat(Refusals.of(() -> make(
                        config(Correlation.EXPONENTIAL, List.of("30 m"), Optional.of(2), Optional.empty()),
                        Grids.of(WaveSpeed.SQUARED_SLOWNESS, 4, 5))))
                .isEqualTo(
                        "standard-deviation: unit m/s is not a unit of the same kind as s^2/m^2 (give a number and a unit, in s^2/m^2 or of the same kind)");
    }

    @Test
    void tellsAllThatIsWrongWithASection() {
        assertThat(Refusals.of(() -> new KarhunenLoeveConfig(
                        "fast", "0 m/s", List.of("-3 m"), Correlation.GAUSSIAN, Optional.empty(), Optional.of(0.0))))
                .contains("background: ", "; standard-deviation: ", "; lengths: ", "; energy: ");
    }

    /** Cosines need to compare wavelengths along different axes. */
    @Test
    void onlyCosinesNeedAxesOfOneUnit() {
        Space mixed = WaveSpeed.VELOCITY.in(new Space(
                List.of(Axis.metres("x", 4, 10), new Axis("time", "s", 5, 0.1, 0)),
                "",
                "",
                org.rote.spi.Element.FLOAT64));
        assertThat(make(
                                config(
                                        Correlation.EXPONENTIAL,
                                        List.of("30 m", "1 s"),
                                        Optional.of(2),
                                        Optional.empty()),
                                mixed)
                        .domain()
                        .size())
                .isEqualTo(2);
        CosineConfig cosines = new CosineConfig(List.of(2), "2 km/s", "10 m/s", 1.1, 0);
        assertThat(Refusals.of(() -> new CosineFactory().create(cosines, TestContext.in(mixed))))
                .isEqualTo(
                        "needs axes of one unit to compare wavelengths, but theirs are m, s (velocity in m/s, x 4 (step 10.0 m) × time 5 (step 0.1 s)) (use it with an operator on a grid in space)");
    }
}
