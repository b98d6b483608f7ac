package org.rote.operators.propagation.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackingTest {

    @Test
    void putsStepsOneAfterAnotherAndCutsNone() {
        int[] sizes = {4, 3, 3, 1, 10, 0, 2};

        Packing packing = Packing.of(7, step -> sizes[step], 10);

        assertThat(packing.arrays()).isEqualTo(4);
        assertThat(IntStream.rangeClosed(0, 4).map(packing::start)).containsExactly(0, 3, 4, 6, 7);
        assertThat(IntStream.range(0, 7).map(packing::array)).containsExactly(0, 0, 0, 1, 2, 2, 3);
        assertThat(IntStream.range(0, 7).map(packing::at)).containsExactly(0, 4, 7, 0, 0, 10, 0);
    }

    @Test
    void noStepsTakeNoArray() {
        Packing packing = Packing.of(0, step -> 1, 10);

        assertThat(packing.arrays()).isZero();
        assertThat(packing.steps()).isZero();
        assertThat(packing.start(0)).isZero();
    }

    @Test
    void stepsThatLeaveNothingShareAnArray() {
        Packing packing = Packing.of(5, step -> 0, 10);

        assertThat(packing.arrays()).isEqualTo(1);
        assertThat(packing.array(4)).isZero();
    }

    @Test
    void refusesAStepThatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packing.of(3, step -> 10L * step, 15))
                .withMessage("step 2 leaves 20 numbers; an array has room for 0 to 15");
    }
}
