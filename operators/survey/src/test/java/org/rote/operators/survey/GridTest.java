package org.rote.operators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;

class GridTest {

    @Test
    void oneSpacingServesBothAxes() {
        Grid grid = new Grid(List.of(70, 50), List.of(10.0));
        assertThat(grid.countX()).isEqualTo(70);
        assertThat(grid.countZ()).isEqualTo(50);
        assertThat(grid.spacingX()).isEqualTo(10);
        assertThat(grid.spacingZ()).isEqualTo(10);
    }

    @Test
    void eachAxisMayHaveItsSpacing() {
        Grid grid = new Grid(List.of(70, 50), List.of(20.0, 12.5));
        assertThat(grid.spacingX()).isEqualTo(20);
        assertThat(grid.spacingZ()).isEqualTo(12.5);
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Grid(List.of(70, 0), List.of(10.0, -1.0)))
                .withMessage("shape[1]: must be at least 1, got 0 (give 1 or more); "
                        + "spacing[1]: must be greater than 0, got -1.0 (give a positive number)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Grid(List.of(70), List.of()))
                .withMessage("shape: must be two or three counts, got 1"
                        + " (give the counts along x and z, for example [70, 70], or along x, y and z); "
                        + "spacing: must be one length, or one for each axis, got 0 for 1 axes"
                        + " (give one for all axes, 10 m, or one for each, [10 m, 5 m])");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Grid(List.of(7, 8, 9), List.of(10.0, 5.0)))
                .withMessageContaining("spacing: must be one length, or one for each axis, got 2 for 3 axes");
    }

    @Test
    void mayHaveThreeAxes() {
        Grid grid = new Grid(List.of(7, 8, 9), List.of(10.0, 20.0, 5.0));
        assertThat(grid.dimensions()).isEqualTo(3);
        assertThat(grid.countX()).isEqualTo(7);
        assertThat(grid.countZ()).isEqualTo(9);
        assertThat(grid.spacingZ()).isEqualTo(5);
        assertThat(grid.axes())
                .containsExactly(Axis.metres("x", 7, 10), Axis.metres("y", 8, 20), Axis.metres("z", 9, 5));
        assertThat(new Grid(List.of(7, 8, 9), List.of(4.0)).spacing(1)).isEqualTo(4);
    }

    @Test
    void tellsOperatorsOfTwoDimensionsThatItHasThree() {
        Checks plane = new Checks();
        new Grid(List.of(7, 9), List.of(10.0)).checkPlane(plane, "grid");
        assertThatCode(plane::verify).doesNotThrowAnyException();
        Checks space = new Checks();
        new Grid(List.of(7, 8, 9), List.of(10.0)).checkPlane(space, "grid");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(space::verify)
                .withMessage("grid.shape: has 3 axes, but this operator works in two dimensions"
                        + " (give the counts along x and z, for example [70, 70])");
    }
}
