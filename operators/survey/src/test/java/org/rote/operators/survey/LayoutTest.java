package org.rote.operators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.spi.Axis;
import org.rote.spi.InvalidInputException;

class LayoutTest {

    private static final Axis X = new Axis("x", "m", 4, 10, 5);
    private static final Axis Z = Axis.metres("z", 3, 2);

    private static final List<Axis> PLANE = List.of(X, Z);
    private static final List<Axis> SPACE = List.of(X, new Axis("y", "m", 5, 4, 0), Z);

    @TempDir
    private Path folder;

    @Test
    void lineHoldsBothEndsAndWhatLiesBetween() {
        Layout line = new Layout.Line(List.of(20.0, 0.0), List.of(60.0, 100.0), 5);
        assertThat(line.positions("sources", PLANE))
                .containsExactly(
                        new Position(20, 0),
                        new Position(30, 25),
                        new Position(40, 50),
                        new Position(50, 75),
                        new Position(60, 100));
    }

    @Test
    void lineEndsExactlyWhereItShould() {
        Layout line = new Layout.Line(List.of(0.1, 0.0), List.of(0.7, 0.3), 7);
        assertThat(line.positions("sources", PLANE)).hasSize(7).endsWith(new Position(0.7, 0.3));
    }

    @Test
    void lineOfOneIsAPoint() {
        Layout line = new Layout.Line(List.of(1.0, 2.0), List.of(1.0, 2.0), 1);
        assertThat(line.positions("sources", PLANE)).containsExactly(new Position(1, 2));
    }

    @Test
    void lineRejectsOnePositionBetweenTwo() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Line(List.of(1.0, 2.0), List.of(1.0, 3.0), 1))
                .withMessage("count: is 1 on a line between two different positions"
                        + " (give 2 or more, or the same position twice)");
    }

    @Test
    void lineNamesEverythingThatIsWrong() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Line(List.of(1.0), List.of(1.0, Double.NaN), 0))
                .withMessage(
                        "from: must be two or three numbers, got 1 (give x and z, for example [20 m, 0 m], or x, y and z where the grid has three axes); "
                                + "to[1]: must be finite, got NaN (give a finite number); "
                                + "count: must be at least 1, got 0 (give 1 or more)");
    }

    @Test
    void pointsKeepTheirOrder() {
        Layout points = new Layout.Points(List.of(List.of(3.0, 4.0), List.of(1.0, 2.0)));
        assertThat(points.positions("receivers", PLANE)).containsExactly(new Position(3, 4), new Position(1, 2));
    }

    @Test
    void pointsRejectNoneAndNameTheOneThatIsNoPosition() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Points(List.of()))
                .withMessage("at: must not be empty (give at least one)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Points(List.of(List.of(1.0, 2.0), List.of(1.0, 2.0, 3.0, 4.0))))
                .withMessage(
                        "at[1]: must be two or three numbers, got 4 (give x and z, for example [20 m, 0 m], or x, y and z where the grid has three axes)");
    }

    @Test
    void cellsLieWhereTheAxesSay() {
        Layout cells = new Layout.Cells(List.of(List.of(3, 0), List.of(0, 2)));
        assertThat(cells.positions("sources", PLANE)).containsExactly(new Position(35, 0), new Position(5, 4));
    }

    @Test
    void cellsNameEveryIndexOutsideTheGrid() {
        Layout cells = new Layout.Cells(List.of(List.of(3, 2), List.of(4, 1), List.of(0, 3)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> cells.positions("sources", PLANE))
                .withMessage("sources.at[1][0]: is 4, but the grid has 4 along x (give a whole number from 0 to 3); "
                        + "sources.at[2][1]: is 3, but the grid has 3 along z (give a whole number from 0 to 2)");
    }

    @Test
    void cellsRejectNoneAndWhatIsNoPairOfIndices() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Cells(List.of()))
                .withMessage("at: must not be empty (give at least one)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Cells(List.of(List.of(1), List.of(2, -1))))
                .withMessage(
                        "at[0]: must be two or three indices, got 1 (give those along x and z, for example [16, 2], or x, y and z where the grid has three axes); "
                                + "at[1][1]: must be at least 0, got -1 (give 0 or more)");
    }

    @Test
    void csvReadsColumnsByName() throws IOException {
        assertThat(read("\uFEFFz, name ,x\n10,a,1.5\n\n20,b,-2e1\n"))
                .containsExactly(new Position(1.5, 10), new Position(-20, 20));
    }

    @Test
    void csvPassesOverComments() throws IOException {
        assertThat(read("# two wells\nx,z\n# the first\n1,2\n")).containsExactly(new Position(1, 2));
    }

    @Test
    void csvNamesEveryLineThatIsWrong() {
        Path file = folder.resolve("a.csv");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read("x,z\n1,2\n4 m,NaN\n3\n"))
                .withMessage("sources.file: " + file + ", line 3: x must be a finite number, got \"4 m\""
                        + " (write it in m, without a unit); "
                        + "sources.file: " + file + ", line 3: z must be a finite number, got \"NaN\""
                        + " (write it in m, without a unit); "
                        + "sources.file: " + file + ", line 4: has 1 values for 2 columns"
                        + " (give each line a value for every column of [x, z])");
    }

    @Test
    void csvAsksForTheColumns() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read("1,2\n3,4\n"))
                .withMessage("sources.file: " + folder.resolve("a.csv")
                        + ", line 1: expected names of columns with x and z, got [1, 2]"
                        + " (begin the file with a line such as x,z)");
    }

    @Test
    void csvRejectsAFileWithoutPositions() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read("x,z\n"))
                .withMessage("sources.file: " + folder.resolve("a.csv")
                        + " holds no position (write a line x,z and then a line for each position)");
    }

    @Test
    void csvSaysThatAFileIsMissingOrNoText() throws IOException {
        Path missing = folder.resolve("none.csv");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Csv(missing).positions("sources", PLANE))
                .withMessage("sources.file: " + missing + " does not exist (give the name of a file)");
        Path binary = folder.resolve("binary.csv");
        Files.write(binary, new byte[] {(byte) 0xC0, (byte) 0xFF});
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Csv(binary).positions("sources", PLANE))
                .withMessage("sources.file: " + binary
                        + " is no text in UTF-8 (save it as comma-separated values in UTF-8)");
    }

    @Test
    void everyKindHasThreeCoordinatesWhereTheGridHasThreeAxes() throws IOException {
        Layout line = new Layout.Line(List.of(5.0, 0.0, 2.0), List.of(25.0, 8.0, 4.0), 3);
        assertThat(line.positions("sources", SPACE))
                .containsExactly(new Position(5, 0, 2), new Position(15, 4, 3), new Position(25, 8, 4));
        Layout points = new Layout.Points(List.of(List.of(5.0, 1.0, 2.0)));
        assertThat(points.positions("sources", SPACE)).containsExactly(new Position(5, 1, 2));
        Layout cells = new Layout.Cells(List.of(List.of(3, 4, 2)));
        assertThat(cells.positions("sources", SPACE)).containsExactly(new Position(35, 16, 4));
        Path file = Files.writeString(folder.resolve("space.csv"), "z,y,x\n1,2,3\n");
        assertThat(new Layout.Csv(file).positions("sources", SPACE)).containsExactly(new Position(3, 2, 1));
    }

    @Test
    void everyKindSaysThatItHasAnotherNumberOfCoordinatesThanTheGrid() throws IOException {
        assertWrong(
                new Layout.Line(List.of(5.0, 2.0), List.of(25.0, 4.0), 3),
                SPACE,
                "sources.from: has 2 numbers, but the grid has 3 axes (give x, y and z); "
                        + "sources.to: has 2 numbers, but the grid has 3 axes (give x, y and z)");
        assertWrong(
                new Layout.Points(List.of(List.of(5.0, 2.0), List.of(5.0, 1.0, 2.0))),
                PLANE,
                "sources.at[1]: has 3 numbers, but the grid has 2 axes (give x and z)");
        assertWrong(
                new Layout.Cells(List.of(List.of(1, 7), List.of(1, 1, 1))),
                SPACE,
                "sources.at[0]: has 2 numbers, but the grid has 3 axes (give x, y and z); "
                        + "sources.at[0][1]: is 7, but the grid has 5 along y (give a whole number from 0 to 4)");
        assertWrong(
                new Layout.Grid(List.of(0.0, 0.0, 1.0), List.of(4.0, 4.0, 1.0), List.of(2, 2)),
                PLANE,
                "sources.from: has 3 numbers, but the grid has 2 axes (give x and z)");
        Path file = Files.writeString(folder.resolve("plane.csv"), "x,z\n1,2\n");
        assertWrong(
                new Layout.Csv(file),
                SPACE,
                "sources.file: " + file + ", line 1: expected names of columns with x and y and z, got [x, z]"
                        + " (begin the file with a line such as x,y,z)");
    }

    @Test
    void gridHoldsItsSidesAndGoesAlongYFirst() {
        Layout grid = new Layout.Grid(List.of(0.0, 10.0, 5.0), List.of(20.0, 14.0, 5.0), List.of(2, 3));
        assertThat(grid.positions("receivers", SPACE))
                .containsExactly(
                        new Position(0, 10, 5),
                        new Position(0, 12, 5),
                        new Position(0, 14, 5),
                        new Position(20, 10, 5),
                        new Position(20, 12, 5),
                        new Position(20, 14, 5));
    }

    @Test
    void gridNamesEverythingThatIsWrong() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Grid(List.of(0.0, 10.0, 5.0), List.of(20.0, 14.0, 6.0), List.of(1, 0, 2)))
                .withMessage("counts: must be two, got 3 (give those along x and y); "
                        + "counts[1]: must be at least 1, got 0 (give 1 or more); "
                        + "to[2]: must be as deep as the first position, 5.0 m, got 6.0 m"
                        + " (give both corners the same depth); "
                        + "counts[0]: is 1 between two different coordinates"
                        + " (give 2 or more, or the same coordinate twice)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Layout.Grid(
                        List.of(0.0, 10.0), List.of(20.0, Double.POSITIVE_INFINITY, 6.0), List.of(2, 2)))
                .withMessage("from: must be three numbers, got 2 (give x, y and z, for example [20 m, 20 m, 5 m];"
                        + " in two dimensions, use type: line); "
                        + "to[1]: must be finite, got Infinity (give a finite number)");
    }

    private static void assertWrong(Layout layout, List<Axis> axes, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> layout.positions("sources", axes))
                .withMessage(message);
    }

    private List<Position> read(String text) throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return new Layout.Csv(file).positions("sources", PLANE);
    }
}
