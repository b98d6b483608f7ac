package org.rote.operators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
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
                .withMessage("shape: must be two counts, got 1 (give the counts along x and z, for example [70, 70]); "
                        + "spacing: must be one or two lengths, got 0"
                        + " (give one for both axes, 10 m, or one for each, [10 m, 5 m])");
    }
}
