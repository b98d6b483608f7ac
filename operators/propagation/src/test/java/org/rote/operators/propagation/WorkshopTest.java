package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.propagation.kernels.KernelProvider;
import org.rote.operators.propagation.memory.Buffers;

final class WorkshopTest {

    private static final PaddedGrid GRID =
            new PaddedGrid(new int[] {30, 30}, new double[] {10, 10}, Differences.EIGHTH, 5, false);

    private static final double MEMORY = 1e6;

    private final Workshop workshop = new Workshop(SteppingSpace.of(GRID, KernelProvider.chosen()), 1, MEMORY);

    /** As after a model of which arrays were kept comes one of which states are. */
    @Test
    void holdsNoMoreThanTheBudgetWhateverWasTakenBefore() {
        int arrays = (int) (MEMORY / (Float.BYTES * workshop.buffers().length()));
        Buffers.Lease all = workshop.buffers().lease(arrays);
        long lent = workshop.held();
        all.close();
        assertThat(workshop.held()).isEqualTo(lent);
        List<Fields> states = new ArrayList<>();
        for (int slot = 0; slot < 5; slot++) {
            states.add(workshop.takeState());
            assertThat(workshop.held()).isLessThanOrEqualTo((long) MEMORY);
        }
        states.forEach(workshop::give);
        assertThat(workshop.held()).isLessThanOrEqualTo((long) MEMORY);
    }

    /** The last array of a shot is half empty on average. */
    @ParameterizedTest
    @CsvSource({"1, 64", "16, 64", "100, 400"})
    void hasRoomForSomeArraysOfEachShot(int shots, int least) {
        Workshop many = new Workshop(SteppingSpace.of(GRID, KernelProvider.chosen()), shots, 100 * MEMORY);
        long array = (long) Float.BYTES * many.buffers().length();
        assertThat(least * array).isBetween((long) (90 * MEMORY), (long) (100 * MEMORY));
    }

    @Test
    void takesBackWhatWasLentToWorkThatFails() {
        assertThatThrownBy(() -> workshop.withField(field -> workshop.withState(state -> {
                    state.now(0)[0] = 1;
                    field[0] = 1;
                    throw new IllegalStateException("for the test");
                })))
                .hasMessage("for the test");
        long held = workshop.held();
        workshop.withField(field -> workshop.withState(state -> {
            assertThat(state.now(0)).containsOnly(0);
            assertThat(field).containsOnly(0);
        }));
        assertThat(workshop.held()).isEqualTo(held).isPositive();
    }
}
