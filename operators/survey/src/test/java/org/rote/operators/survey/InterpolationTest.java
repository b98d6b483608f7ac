package org.rote.operators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.spi.Axis;

class InterpolationTest {

    private static final Axis X = new Axis("x", "m", 24, 10, -50);
    private static final Axis Z = new Axis("z", "m", 21, 8, -48);
    private static final List<Axis> PLANE = List.of(X, Z);
    private static final double ROUNDING = 1e-13;

    @ParameterizedTest
    @EnumSource
    void isExactOnEveryNode(Interpolation interpolation) {
        for (int i = 0; i < X.count(); i++) {
            for (int k = 0; k < Z.count(); k++) {
                NodeWeights weights = interpolation.at(new Position(X.at(i), Z.at(k)), PLANE);
                assertThat(weights.nodes()).containsExactly(i * Z.count() + k);
                assertThat(weights.weights()).containsExactly(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isExactOnANodeWrittenInDecimals(Interpolation interpolation) {
        Axis sevenths = Axis.metres("x", 15, 1000 / 7.0);
        NodeWeights weights = interpolation.along(142.85714, sevenths);
        assertThat(weights.nodes()).containsExactly(1);
        assertThat(weights.weights()).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource
    void changesLittleWhereAPositionBeginsToBeOnANode(Interpolation interpolation) {
        double[] ramp = new double[X.count()];
        Arrays.setAll(ramp, i -> i);
        double beside = X.at(12) + 1.01 * Interpolation.ON_NODE * X.step();
        NodeWeights weights = interpolation.along(beside, X);
        assertThat(weights.count()).isGreaterThan(1);
        assertThat(weights.of(ramp)).isCloseTo(12, within(2e-5));
    }

    @Test
    void bilinearTakesTheCornersOfTheCell() {
        NodeWeights weights = Interpolation.BILINEAR.at(new Position(X.at(3) + 2.5, Z.at(5) + 6), PLANE);
        int node = 3 * Z.count() + 5;
        assertThat(weights.nodes()).containsExactly(node, node + 1, node + Z.count(), node + Z.count() + 1);
        assertThat(weights.weights()).containsExactly(new double[] {0.1875, 0.5625, 0.0625, 0.1875}, within(ROUNDING));
    }

    @Test
    void bilinearWeightsSumToOne() {
        SplittableRandom random = new SplittableRandom(1);
        for (int turn = 0; turn < 200; turn++) {
            Position position = new Position(X.at(0) + random.nextDouble() * 230, Z.at(0) + random.nextDouble() * 160);
            double[] weights = Interpolation.BILINEAR.at(position, PLANE).weights();
            assertThat(Arrays.stream(weights).sum()).as("%s", position).isCloseTo(1, within(ROUNDING));
        }
    }

    /** The bounds that the constants of {@link Interpolation} state, reached at the worst place to within a twentieth of them. */
    @ParameterizedTest
    @CsvSource({"BILINEAR, 4, 0.308", "BILINEAR, 10, 0.0494", "SINC, 4, 0.0014", "SINC, 10, 0.00049"})
    void interpolatesAPlaneWaveToTheStatedError(Interpolation interpolation, double perWavelength, double bound) {
        double worst = 0;
        double wavenumber = 2 * Math.PI / (perWavelength * X.step());
        double[] cosine = new double[X.count()];
        double[] sine = new double[X.count()];
        Arrays.setAll(cosine, i -> Math.cos(wavenumber * X.at(i)));
        Arrays.setAll(sine, i -> Math.sin(wavenumber * X.at(i)));
        for (double x = X.at(11); x <= X.at(12); x += X.step() / 200) {
            NodeWeights weights = interpolation.along(x, X);
            worst = Math.max(
                    worst,
                    Math.hypot(
                            weights.of(cosine) - Math.cos(wavenumber * x),
                            weights.of(sine) - Math.sin(wavenumber * x)));
        }
        assertThat(worst).isLessThan(bound).isGreaterThan(0.94 * bound);
    }

    @Test
    void sincOfLongWavesIsOneWithinItsError() {
        for (double x = X.at(11); x <= X.at(12); x += X.step() / 50) {
            assertThat(Arrays.stream(Interpolation.SINC.along(x, X).weights()).sum())
                    .isCloseTo(1, within(0.0015));
        }
    }

    @Test
    void sincMultipliesTheWeightsOfBothAxes() {
        Position position = new Position(X.at(9) + 3, Z.at(8) + 2);
        NodeWeights alongX = Interpolation.SINC.along(position.x(), X);
        NodeWeights alongZ = Interpolation.SINC.along(position.z(), Z);
        NodeWeights weights = Interpolation.SINC.at(position, PLANE);
        assertThat(alongX.nodes()).containsExactly(6, 7, 8, 9, 10, 11, 12, 13);
        assertThat(alongZ.nodes()).containsExactly(5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(weights.count()).isEqualTo(64);
        assertThat(weights.nodes()[8 * 2 + 5]).isEqualTo(8 * Z.count() + 10);
        assertThat(weights.weights()[8 * 2 + 5]).isEqualTo(alongX.weights()[2] * alongZ.weights()[5]);
    }

    @Test
    void multipliesTheWeightsOfThreeAxes() {
        Axis y = Axis.metres("y", 9, 5);
        Position position = new Position(X.at(9) + 3, 21, Z.at(8) + 2);
        NodeWeights plane = Interpolation.BILINEAR.at(new Position(position.x(), position.z()), PLANE);
        NodeWeights weights = Interpolation.BILINEAR.at(position, List.of(X, y, Z));
        assertThat(weights.count()).isEqualTo(8);
        assertThat(weights.nodes()).startsWith((9 * 9 + 4) * Z.count() + 8).endsWith((10 * 9 + 5) * Z.count() + 9);
        assertThat(weights.weights()[0]).isCloseTo(0.8 * plane.weights()[0], within(ROUNDING));
        assertThat(weights.weights()[7]).isCloseTo(0.2 * plane.weights()[3], within(ROUNDING));
    }

    /** An axis on a node takes one weight, so that the other keeps all of its own. */
    @Test
    void sincOnALineOfNodesInterpolatesAlongItOnly() {
        NodeWeights weights = Interpolation.SINC.at(new Position(X.at(9) + 3, Z.at(8)), PLANE);
        assertThat(weights.nodes())
                .containsExactly(Arrays.stream(new int[] {6, 7, 8, 9, 10, 11, 12, 13})
                        .map(i -> i * Z.count() + 8)
                        .toArray());
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutNodesBeyondTheEnds(Interpolation interpolation) {
        NodeWeights outside = interpolation.along(X.at(0) - 3, X);
        assertThat(outside.nodes()).startsWith(0).hasSizeLessThan(8);
        assertThat(interpolation.along(X.at(0) - X.step(), X).count()).isZero();
        NodeWeights end = interpolation.along(X.at(X.count() - 1) + 3, X);
        assertThat(end.nodes()).endsWith(X.count() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameSeenFromTheOtherSide(Interpolation interpolation) {
        double[] forth = interpolation.along(X.at(11) + 3, X).weights();
        double[] back = interpolation.along(X.at(12) - 3, X).weights();
        for (int n = 0; n < forth.length; n++) {
            assertThat(forth[n]).isCloseTo(back[forth.length - 1 - n], within(ROUNDING));
        }
    }
}
