package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Figure.Grid;

class ContourTracerTest {

    private static Grid grid(int columns, int rows, DoubleBinaryOperator value) {
        double[] values = new double[columns * rows];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < rows; j++) {
                values[i * rows + j] = value.applyAsDouble(i, j);
            }
        }
        return new Grid(Axis.index("x", columns), Axis.index("y", rows), values);
    }

    private static boolean isClosed(double[] line) {
        return line[0] == line[line.length - 2] && line[1] == line[line.length - 1];
    }

    @Test
    void tracesACircleAsOneClosedLine() {
        Grid cone = grid(41, 51, (x, y) -> Math.hypot(x - 20, y - 25));

        List<double[]> lines = ContourTracer.trace(cone, 12.3);

        assertThat(lines).hasSize(1);
        assertThat(isClosed(lines.get(0))).isTrue();
        // a cone is not linear across a cell: the error of interpolation is below h²/(8 r) = 0.01 cells
        double interpolation = 0.011;
        for (int k = 0; k < lines.get(0).length; k += 2) {
            double radius = Math.hypot(lines.get(0)[k] - 20, lines.get(0)[k + 1] - 25);
            assertThat(radius).isCloseTo(12.3, offset(interpolation));
        }
    }

    @Test
    void stepsFromOneCrossingToTheNextWithoutJumps() {
        Grid cone = grid(41, 51, (x, y) -> Math.hypot(x - 20, y - 25));

        double[] line = ContourTracer.trace(cone, 17.5).get(0);

        for (int k = 2; k < line.length; k += 2) {
            assertThat(Math.hypot(line[k] - line[k - 2], line[k + 1] - line[k - 1]))
                    .isLessThanOrEqualTo(Math.sqrt(2));
        }
    }

    @Test
    void endsAtTheBorder() {
        List<double[]> lines = ContourTracer.trace(grid(5, 4, (x, y) -> x), 1.25);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).hasSize(8);
        for (int k = 0; k < 8; k += 2) {
            assertThat(lines.get(0)[k]).isEqualTo(1.25);
        }
        assertThat(isClosed(lines.get(0))).isFalse();
    }

    @Test
    void keepsSeparateHillsApart() {
        Grid hills = grid(
                60,
                30,
                (x, y) -> Math.exp(-(Math.pow(x - 15, 2) + Math.pow(y - 15, 2)) / 30)
                        + Math.exp(-(Math.pow(x - 45, 2) + Math.pow(y - 15, 2)) / 30));

        assertThat(ContourTracer.trace(hills, 0.5)).hasSize(2).allMatch(ContourTracerTest::isClosed);
    }

    @Test
    void decidesSaddlesByTheMean() {
        // two high corners, two low: joined when the mean is high, apart when it is low
        Grid high = new Grid(Axis.index("x", 2), Axis.index("y", 2), new double[] {4, 0, 1, 4});
        Grid low = new Grid(Axis.index("x", 2), Axis.index("y", 2), new double[] {3, 0, 0, 3});

        List<double[]> joined = ContourTracer.trace(high, 2);
        List<double[]> apart = ContourTracer.trace(low, 2);

        assertThat(joined).hasSize(2);
        assertThat(apart).hasSize(2);
        // the high corners are (0,0) and (1,1): apart, a line cuts off (0,0) and so touches x = 0 and y = 0
        assertThat(apart)
                .anyMatch(line -> line[0] * line[1] == 0 && line[2] * line[3] == 0 && Math.max(line[0], line[2]) < 0.5);
        // joined, each line cuts off a low corner: (0,1) or (1,0)
        assertThat(joined).anyMatch(line -> Math.min(line[0], line[2]) == 0 && Math.max(line[1], line[3]) == 1);
    }

    @Test
    void leavesOutCellsThatTouchAMissingValue() {
        Grid holed = grid(6, 3, (x, y) -> x == 3 && y == 1 ? Double.NaN : y);

        List<double[]> lines = ContourTracer.trace(holed, 0.5);

        assertThat(lines).hasSize(2);
        assertThat(lines.stream().mapToInt(line -> line.length / 2).sum()).isEqualTo(5);
    }

    @Test
    void findsNothingOnAPlainOrOutsideTheRange() {
        assertThat(ContourTracer.trace(grid(4, 4, (x, y) -> 1), 1)).isEmpty();
        assertThat(ContourTracer.trace(grid(4, 4, (x, y) -> 1), 2)).isEmpty();
        assertThat(ContourTracer.trace(grid(1, 4, (x, y) -> y), 2)).isEmpty();
    }
}
