package org.rote.operators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.spi.Axis;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;

class ShotTest {

    private static final List<Axis> PLANE = List.of(Axis.metres("x", 11, 10), Axis.metres("z", 6, 10));
    private static final List<Axis> SPACE =
            List.of(Axis.metres("x", 11, 10), Axis.metres("y", 5, 10), Axis.metres("z", 6, 10));
    private static final Layout TWO = new Layout.Line(List.of(20.0, 5.0), List.of(40.0, 5.0), 2);

    @TempDir
    private Path folder;

    @Test
    void everyShotHasTheReceiversOfALayout() {
        List<Shot> shots = Shot.of(TWO, new Layout.Points(List.of(List.of(0.0, 0.0), List.of(100.0, 50.0))), PLANE);
        List<Position> receivers = List.of(new Position(0, 0), new Position(100, 50));
        assertThat(shots)
                .containsExactly(new Shot(new Position(20, 5), receivers), new Shot(new Position(40, 5), receivers));
    }

    @Test
    void aSpreadGoesWithItsSource() {
        Receivers spread = new Receivers.Spread(List.of(-10.0, 3.0), List.of(30.0, 3.0), 3);
        assertThat(Shot.of(TWO, spread, PLANE))
                .containsExactly(
                        new Shot(
                                new Position(20, 5),
                                List.of(new Position(10, 8), new Position(30, 8), new Position(50, 8))),
                        new Shot(
                                new Position(40, 5),
                                List.of(new Position(30, 8), new Position(50, 8), new Position(70, 8))));
    }

    @Test
    void aSpreadHasThreeCoordinatesInThreeDimensions() {
        Layout source = new Layout.Points(List.of(List.of(20.0, 20.0, 5.0)));
        Receivers spread = new Receivers.Spread(List.of(0.0, -10.0, 3.0), List.of(0.0, 10.0, 3.0), 2);
        assertThat(Shot.of(source, spread, SPACE))
                .containsExactly(
                        new Shot(new Position(20, 20, 5), List.of(new Position(20, 10, 8), new Position(20, 30, 8))));
    }

    @Test
    void aSpreadNamesEverythingThatIsWrong() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Receivers.Spread(List.of(1.0), List.of(1.0, Double.NaN), 0))
                .withMessageContaining("from: must be two or three numbers, got 1")
                .withMessageContaining("to[1]: must be finite, got NaN")
                .withMessageContaining("count: must be at least 1, got 0");
    }

    @Test
    void aFileWithAColumnOfShotsGivesEachItsOwn() throws IOException {
        Receivers file = csv("shot,x,z\n1,50,0\n0,10,0\n0,20,0\n1,60,0\n");
        assertThat(Shot.of(TWO, file, PLANE))
                .containsExactly(
                        new Shot(new Position(20, 5), List.of(new Position(10, 0), new Position(20, 0))),
                        new Shot(new Position(40, 5), List.of(new Position(50, 0), new Position(60, 0))));
    }

    @Test
    void aFileWithoutAColumnOfShotsIsShared() throws IOException {
        List<Shot> shots = Shot.of(TWO, csv("x,z\n50,0\n10,0\n"), PLANE);
        assertThat(shots.get(1).receivers()).containsExactly(new Position(50, 0), new Position(10, 0));
        assertThat(shots.get(0).receivers()).isEqualTo(shots.get(1).receivers());
    }

    @Test
    void aFileNamesShotsThatAreNoneAndThoseOfAnotherSize() throws IOException {
        Receivers file = csv("shot,x,z\n0,50,0\n2,10,0\nfirst,20,0\n1,60,0\n1,a,0\n");
        String name = "receivers.file: " + folder.resolve("a.csv");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Shot.of(TWO, file, PLANE))
                .withMessage(name + ", line 3: shot must be a whole number from 0 to 1, got \"2\""
                        + " (number the shots from 0, in the order of their sources); "
                        + name + ", line 4: shot must be a whole number from 0 to 1, got \"first\""
                        + " (number the shots from 0, in the order of their sources); "
                        + name + ", line 6: x must be a finite number, got \"a\" (write it in m, without a unit); "
                        + name + " has 2 receivers of shot 1 and 1 of shot 0"
                        + " (give every shot the same number of receivers, at least one)");
    }

    @Test
    void namesTheFirstShotsWithoutReceiversAndCountsTheOthers() throws IOException {
        List<List<Double>> at = new ArrayList<>();
        for (int shot = 0; shot < 9; shot++) {
            at.add(List.of(10.0 * shot, 0.0));
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Shot.of(new Layout.Points(at), csv("shot,x,z\n0,50,0\n"), PLANE))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(Problem::what)
                        .satisfiesExactly(
                                what -> assertThat(what).endsWith(" has 0 receivers of shot 1 and 1 of shot 0"),
                                what -> assertThat(what).endsWith(" has 0 receivers of shot 2 and 1 of shot 0"),
                                what -> assertThat(what).endsWith(" has 0 receivers of shot 3 and 1 of shot 0"),
                                what -> assertThat(what).endsWith(" has 5 more shots like these")));
    }

    @Test
    void namesEverySourceAndReceiverOutsideAtOnce() {
        Layout sources = new Layout.Points(List.of(List.of(-1.0, 5.0), List.of(50.0, 51.0), List.of(100.0, 50.0)));
        Layout receivers = new Layout.Points(List.of(List.of(0.0, 0.0), List.of(100.1, 5.0)));
        String fix = " is outside the grid, which reaches from (0 m, 0 m) to (100 m, 50 m)"
                + " (move it, or enlarge the grid)";
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Shot.of(sources, receivers, PLANE))
                .withMessage("shots: number 0 at (-1 m, 5 m)" + fix + "; shots: number 1 at (50 m, 51 m)" + fix
                        + "; receivers: number 1 at (100.1 m, 5 m)" + fix);
    }

    @Test
    void tellsPositionsWithoutTheDigitsThatDivisionLeaves() {
        Layout thirds = new Layout.Line(List.of(0.0, 5.0), List.of(200.0, 5.0), 4);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Shot.of(TWO, thirds, PLANE))
                .withMessageContaining("number 2 at (133.333333 m, 5 m)");
    }

    @Test
    void namesTheShotWhoseSpreadLeavesTheGrid() {
        Receivers spread = new Receivers.Spread(List.of(0.0, 0.0), List.of(70.0, 0.0), 2);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Shot.of(TWO, spread, PLANE))
                .withMessage("receivers: of shot 1, number 1 at (110 m, 5 m) is outside the grid,"
                        + " which reaches from (0 m, 0 m) to (100 m, 50 m) (move it, or enlarge the grid)");
    }

    @Test
    void saysWhereTheGridEndsInThreeDimensions() {
        Layout source = new Layout.Points(List.of(List.of(20.0, 41.0, 5.0)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Shot.of(source, source, SPACE))
                .withMessageContaining("shots: number 0 at (20 m, 41 m, 5 m) is outside the grid,"
                        + " which reaches from (0 m, 0 m, 0 m) to (100 m, 40 m, 50 m)")
                .withMessageContaining("receivers: number 0 at");
    }

    @Test
    void countsWhatItDoesNotNameOneByOne() {
        Receivers line = new Layout.Line(List.of(0.0, 60.0), List.of(100.0, 60.0), 100);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Shot.of(TWO, line, PLANE))
                .withMessageContaining("number 7 at")
                .withMessageNotContaining("number 8 at")
                .withMessageEndingWith("receivers: has 92 more outside the grid (move them, or enlarge the grid)");
    }

    @Test
    void tellsOfSourcesThatCannotBeReadAndOfReceiversAtOnce() {
        Layout cells = new Layout.Cells(List.of(List.of(11, 0)));
        Layout outside = new Layout.Points(List.of(List.of(0.0, -1.0)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Shot.of(cells, outside, PLANE))
                .withMessageContaining("shots.at[0][0]: is 11, but the grid has 11 along x")
                .withMessageContaining("receivers: number 0 at (0 m, -1 m) is outside the grid");
    }

    private Receivers csv(String text) throws IOException {
        return new Layout.Csv(Files.writeString(folder.resolve("a.csv"), text));
    }
}
