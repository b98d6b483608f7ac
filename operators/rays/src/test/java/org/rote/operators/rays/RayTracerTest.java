package org.rote.operators.rays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Position;

class RayTracerTest {

    /** The pieces of a ray are differences of its parameter, each rounded to 1e-16; a few hundred of them. */
    private static final double ROUNDING = 1e-12;
    /** Clipping works in metres and the tracer in cells, and a coordinate within 1e-9 cells of a line is put on it. */
    private static final double AGAINST_CLIPPING = 1e-7;

    private static final Grid TWO_BY_TWO = new Grid(List.of(2, 2), List.of(1.0));
    private static final Grid OBLONG = new Grid(List.of(7, 5), List.of(3.0, 2.0));

    @ParameterizedTest
    @CsvSource({
        // x and z of the ends; lengths in cells (0, 0), (0, 1), (1, 0), (1, 1)
        "0, 0.5, 2, 0.5,   1, 0, 1, 0",
        "0.5, 0, 0.5, 2,   1, 1, 0, 0",
        "2, 1.5, 0, 1.5,   0, 1, 0, 1",
        "0.25, 0.5, 0.75, 0.5,   0.5, 0, 0, 0",
        // along the line between columns, between rows, and both ways
        "1, 0, 1, 2,   0.5, 0.5, 0.5, 0.5",
        "1, 2, 1, 0,   0.5, 0.5, 0.5, 0.5",
        "0, 1, 2, 1,   0.5, 0.5, 0.5, 0.5",
        "1, 0.5, 1, 1,   0.25, 0, 0.25, 0",
        // along the boundary
        "0, 0, 0, 2,   1, 1, 0, 0",
        "2, 0, 2, 2,   0, 0, 1, 1",
        "0, 2, 2, 2,   0, 1, 0, 1",
        "0, 0, 2, 0,   1, 0, 1, 0",
    })
    void measuresRaysAlongTheAxes(
            double fromX, double fromZ, double toX, double toZ, double c00, double c01, double c10, double c11) {
        assertThat(lengths(TWO_BY_TWO, new Position(fromX, fromZ), new Position(toX, toZ)))
                .containsExactly(new double[] {c00, c01, c10, c11}, within(ROUNDING));
    }

    @Test
    void measuresDiagonalsThroughCorners() {
        double diagonal = Math.sqrt(2);
        assertThat(lengths(TWO_BY_TWO, new Position(0, 0), new Position(2, 2)))
                .containsExactly(new double[] {diagonal, 0, 0, diagonal}, within(ROUNDING));
        assertThat(lengths(TWO_BY_TWO, new Position(2, 0), new Position(0, 2)))
                .containsExactly(new double[] {0, diagonal, diagonal, 0}, within(ROUNDING));
    }

    @Test
    void touchesNoOtherCellAtACorner() {
        RayTracer tracer = new RayTracer(new Grid(List.of(70, 70), List.of(0.1)));
        tracer.trace(new Position(0, 0), new Position(7, 7));
        assertThat(tracer.count()).isEqualTo(70);
        for (int i = 0; i < 70; i++) {
            assertThat(tracer.cell(i)).isEqualTo(i * 70 + i);
            assertThat(tracer.length(i)).isCloseTo(0.1 * Math.sqrt(2), within(ROUNDING));
        }
    }

    @Test
    void measuresAnObliqueRayByHand() {
        // from (0, 0.5) to (2, 1.5): crosses x = 1 and z = 1 together, at its middle
        double half = Math.sqrt(5) / 2;
        assertThat(lengths(TWO_BY_TWO, new Position(0, 0.5), new Position(2, 1.5)))
                .containsExactly(new double[] {half, 0, 0, half}, within(ROUNDING));
        // from (0, 0) to (2, 1.5): crosses z = 1 at x = 4/3, so thirds of it lie past the line
        assertThat(lengths(TWO_BY_TWO, new Position(0, 0), new Position(2, 1.5)))
                .containsExactly(new double[] {1.25, 0, 2.5 / 6, 2.5 / 3}, within(ROUNDING));
    }

    @Test
    void putsDecimalCoordinatesOnTheLineTheyMean() {
        // 3 × 0.1 is 0.30000000000000004, a line of the grid all the same
        Grid grid = new Grid(List.of(10, 10), List.of(0.1));
        double[] lengths = lengths(grid, new Position(3 * 0.1, 0), new Position(0.3, 1));
        assertThat(lengths[2 * 10]).isCloseTo(0.05, within(ROUNDING));
        assertThat(lengths[3 * 10]).isCloseTo(0.05, within(ROUNDING));
    }

    @Test
    void lengthsAddUpToTheDistanceAndAgreeWithClipping() {
        long seed = 20260320;
        SplittableRandom random = new SplittableRandom(seed);
        for (int pair = 0; pair < 1000; pair++) {
            Position from = somewhere(OBLONG, random);
            Position to = somewhere(OBLONG, random);
            if (from.equals(to)) {
                continue;
            }
            double[] lengths = lengths(OBLONG, from, to);
            double sum = 0;
            for (double length : lengths) {
                sum += length;
            }
            String ray = "ray " + pair + " from " + from + " to " + to + " [seed " + seed + "]";
            assertThat(sum).as(ray).isCloseTo(from.distanceTo(to), within(ROUNDING * from.distanceTo(to)));
            assertThat(lengths).as(ray).containsExactly(clipped(OBLONG, from, to), within(AGAINST_CLIPPING));
        }
    }

    /** Anywhere in the grid, and half of the time on one of its lines or corners. */
    private static Position somewhere(Grid grid, SplittableRandom random) {
        double x = random.nextDouble() * grid.countX();
        double z = random.nextDouble() * grid.countZ();
        return new Position(
                (random.nextBoolean() ? Math.rint(x) : x) * grid.spacingX(),
                (random.nextBoolean() ? Math.rint(z) : z) * grid.spacingZ());
    }

    private static double[] lengths(Grid grid, Position from, Position to) {
        RayTracer tracer = new RayTracer(grid);
        tracer.trace(from, to);
        double[] lengths = new double[grid.countX() * grid.countZ()];
        for (int e = 0; e < tracer.count(); e++) {
            lengths[tracer.cell(e)] += tracer.length(e);
        }
        return lengths;
    }

    /** The same by clipping the ray against each cell in turn; where two cells have the same piece of it, each keeps half. */
    private static double[] clipped(Grid grid, Position from, Position to) {
        double[] lengths = new double[grid.countX() * grid.countZ()];
        boolean shared = isShared(from.x(), to.x(), grid.spacingX(), grid.countX())
                || isShared(from.z(), to.z(), grid.spacingZ(), grid.countZ());
        for (int i = 0; i < grid.countX(); i++) {
            for (int k = 0; k < grid.countZ(); k++) {
                double[] part = {0, 1};
                clip(part, from.x(), to.x() - from.x(), i * grid.spacingX(), (i + 1) * grid.spacingX());
                clip(part, from.z(), to.z() - from.z(), k * grid.spacingZ(), (k + 1) * grid.spacingZ());
                double length = Math.max(0, part[1] - part[0]) * from.distanceTo(to);
                lengths[i * grid.countZ() + k] = shared ? length / 2 : length;
            }
        }
        return lengths;
    }

    private static boolean isShared(double from, double to, double spacing, int count) {
        double line = from / spacing;
        return from == to && line == Math.rint(line) && line > 0 && line < count;
    }

    private static void clip(double[] part, double start, double change, double lower, double upper) {
        if (change == 0) {
            if (start < lower || start > upper) {
                part[1] = part[0];
            }
            return;
        }
        double a = (lower - start) / change;
        double b = (upper - start) / change;
        part[0] = Math.max(part[0], Math.min(a, b));
        part[1] = Math.min(part[1], Math.max(a, b));
    }
}
