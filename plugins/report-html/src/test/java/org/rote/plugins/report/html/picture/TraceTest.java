package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final Plot PLOT =
            new Plot(new Span(0, 1, false), new Span(0, 1, false), false, false, 0, 0, 300, 200);
    /** Half of the last digit that a coordinate is written with. */
    private static final double ROUNDING = 0.0051;

    private static List<double[]> points(PathData path) {
        return Pattern.compile("[ML](\\S+?) ([-\\d.]+)")
                .matcher(path.toString())
                .results()
                .map(TraceTest::point)
                .toList();
    }

    private static double[] point(MatchResult match) {
        return new double[] {Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))};
    }

    @Test
    void keepsAShortCurveAsItIs() {
        assertThat(Trace.curve(PLOT, new double[] {0, 10, 20}, new double[] {5, 6, 5}))
                .hasToString("M0 5L10 6L20 5");
    }

    @Test
    void isInterruptedByMissingValues() {
        double nan = Double.NaN;

        assertThat(Trace.curve(PLOT, new double[] {0, 1, 2, 3, 4, 5}, new double[] {1, 1, nan, 2, 2, nan}))
                .hasToString("M0 1L1 1M3 2L4 2");
        assertThat(Trace.curve(PLOT, new double[] {1, 2, 3}, new double[] {nan, 2, nan})
                        .isEmpty())
                .isTrue();
        assertThat(Trace.curve(PLOT, new double[0], new double[0]).isEmpty()).isTrue();
    }

    @Test
    void cutsOffWhatLeavesThePlotWithoutBendingTheRest() {
        // through (150, 100) with slope 100000: only the part near the plot is kept, on the same line
        List<double[]> points = points(Trace.curve(PLOT, new double[] {140, 160}, new double[] {-999_900, 1_000_100}));

        assertThat(points).hasSize(2);
        for (double[] point : points) {
            assertThat(point[1]).isBetween(-8.01, 208.01);
            assertThat(point[0])
                    .isCloseTo(150 + (point[1] - 100) / 100_000, org.assertj.core.data.Offset.offset(ROUNDING));
        }
    }

    @Test
    void dropsWhatIsWhollyOutside() {
        assertThat(Trace.curve(PLOT, new double[] {-50, -20}, new double[] {0, 200})
                        .isEmpty())
                .isTrue();
        assertThat(Trace.curve(PLOT, new double[] {0, 300}, new double[] {-50, -20})
                        .isEmpty())
                .isTrue();
    }

    @Test
    void thinsADenseCurveToItsExtremesInEachColumn() {
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        int n = 100_000;
        double[] x = new double[n];
        Arrays.setAll(x, i -> 300.0 * i / n);
        double[] y = random.doubles(n, 10, 190).toArray();
        y[n / 2] = 195;
        y[n / 3] = 5;

        List<double[]> points = points(Trace.curve(PLOT, x, y));

        assertThat(points).as("seed %d", seed).hasSizeLessThanOrEqualTo(4 * 300);
        double[] least = new double[300];
        double[] greatest = new double[300];
        Arrays.fill(least, 1e9);
        for (int i = 0; i < n; i++) {
            int column = (int) x[i];
            least[column] = Math.min(least[column], y[i]);
            greatest[column] = Math.max(greatest[column], y[i]);
        }
        double[] keptLeast = new double[301];
        double[] keptGreatest = new double[301];
        Arrays.fill(keptLeast, 1e9);
        for (double[] point : points) {
            int column = (int) Math.min(300, point[0]);
            keptLeast[column] = Math.min(keptLeast[column], point[1]);
            keptGreatest[column] = Math.max(keptGreatest[column], point[1]);
        }
        for (int column = 1; column < 299; column++) {
            // a point that is rounded into the next column may be missed here, never in the picture
            assertThat(Math.min(keptLeast[column], keptLeast[column + 1]))
                    .as("seed %d, column %d", seed, column)
                    .isLessThanOrEqualTo(least[column] + ROUNDING);
            assertThat(Math.max(keptGreatest[column], keptGreatest[column + 1]))
                    .as("seed %d, column %d", seed, column)
                    .isGreaterThanOrEqualTo(greatest[column] - ROUNDING);
        }
    }

    @Test
    void thinsADenseCurveThatTurnsBackByDistance() {
        int n = 50_000;
        double[] x = new double[n];
        double[] y = new double[n];
        Arrays.setAll(x, i -> 150 + 80 * Math.cos(2 * Math.PI * i / (n - 1)));
        Arrays.setAll(y, i -> 100 + 80 * Math.sin(2 * Math.PI * i / (n - 1)));

        List<double[]> points = points(Trace.curve(PLOT, x, y));

        assertThat(points).hasSizeBetween(1000, 3000);
        assertThat(points.get(0)).isEqualTo(points.get(points.size() - 1));
    }
}
