package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;

/** The derivative and its transpose of single shots, without what comes before and after stepping. */
final class ShotWavesTest {

    /** Sums of single precision over some hundred steps. */
    private static final double ROUNDING = 1e-5;

    static Stream<PaddedGrid> grids() {
        return Stream.of(
                new PaddedGrid(new int[] {31, 37}, new double[] {10, 12}, Differences.EIGHTH, 10, false),
                new PaddedGrid(new int[] {31, 37}, new double[] {10, 12}, Differences.EIGHTH, 10, true),
                new PaddedGrid(new int[] {25, 60}, new double[] {12, 10}, Differences.FOURTH, 8, false),
                new PaddedGrid(new int[] {33, 29}, new double[] {12, 10}, Differences.SIXTEENTH, 9, true),
                new PaddedGrid(new int[] {17, 18, 16}, new double[] {12, 11, 13}, Differences.EIGHTH, 6, false),
                new PaddedGrid(new int[] {17, 15, 16}, new double[] {12, 11, 13}, Differences.FOURTH, 6, true));
    }

    private static final Shot GEOMETRY = new Shot(
            new Position(101.7, 77, 52.3),
            List.of(new Position(12, 26, 20), new Position(130, 93.1, 3.4), new Position(151.1, 13, 150)));

    private static SmallShot shot(PaddedGrid grid, boolean reach) {
        return new SmallShot(grid, SmallShot.model(grid, 5), GEOMETRY, 160, reach);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void derivativeIsThatOfTheTraces(PaddedGrid grid) {
        SmallShot shot = shot(grid, false);
        double[] dm = normal(grid.modelSize(), 7);
        double h = 1e-3;
        double[] plus = shot.model.clone();
        double[] minus = shot.model.clone();
        for (int i = 0; i < dm.length; i++) {
            dm[i] *= shot.model[i];
            plus[i] += h * dm[i];
            minus[i] -= h * dm[i];
        }
        float[] difference = minus(at(shot, plus).forward(), at(shot, minus).forward());
        float[] born = shot.born(shot.background(), dm);
        double worst = 0;
        for (int i = 0; i < born.length; i++) {
            worst = Math.max(worst, Math.abs(difference[i] / (2 * h) - born[i]));
        }
        // Rounding of the traces divided by h, and h² of curvature.
        assertThat(worst / largest(born)).isLessThan(3e-3);
    }

    private static SmallShot at(SmallShot shot, double[] model) {
        return new SmallShot(shot.space.grid(), model, GEOMETRY, 160, false);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void gradientIsTheTransposeOfTheDerivative(PaddedGrid grid) {
        SmallShot shot = shot(grid, true);
        double[] dm = normal(grid.modelSize(), 7);
        for (int i = 0; i < dm.length; i++) {
            dm[i] *= shot.model[i];
        }
        float[] dy = single(normal(shot.traces().length, 9));
        Kept kept = shot.background();
        float[] born = shot.born(kept, dm);
        double left = 0;
        double norms = 0;
        double others = 0;
        for (int i = 0; i < dy.length; i++) {
            left += (double) born[i] * dy[i];
            norms += (double) born[i] * born[i];
            others += (double) dy[i] * dy[i];
        }
        double right = 0;
        double[] gradient = shot.gradient(kept, dy);
        for (int i = 0; i < dm.length; i++) {
            right += gradient[i] * dm[i];
        }
        assertThat(right).isCloseTo(left, within(ROUNDING * Math.sqrt(norms * others)));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void whatIsOutOfReachIsBelowRounding(PaddedGrid grid) {
        float[] full = shot(grid, false).forward();
        float[] reached = shot(grid, true).forward();
        assertThat(largest(full)).isPositive();
        assertThat(largest(minus(full, reached)) / largest(full)).isLessThan(ROUNDING);
    }

    private static double[] normal(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return java.util.stream.DoubleStream.generate(random::nextGaussian)
                .limit(size)
                .toArray();
    }

    private static float[] single(double[] values) {
        float[] single = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            single[i] = (float) values[i];
        }
        return single;
    }

    private static float[] minus(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
