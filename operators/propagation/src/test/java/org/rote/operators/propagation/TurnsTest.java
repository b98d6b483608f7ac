package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Plan;
import org.rote.operators.propagation.memory.Sizes;
import org.rote.testkit.ThreadedExecutor;

/** Shots of 10 steps in arrays of one step and 100 bytes; a thread works in 1 000 bytes, in which there are two gradients of 50. */
final class TurnsTest {

    private static final Packing SHOT = Packing.of(10, step -> 25, 25);
    private static final long MODEL = 50;
    private static final long CHANGE = 100;

    private static Turns turns(int shots, int threads, long budget) {
        Sizes sizes = new Sizes(budget, 100, 1000, 1000, 0);
        Plan plan = Plan.of(Collections.nCopies(shots, SHOT), threads, sizes);
        return Turns.within(plan, ShotOrder.of(shots, new ThreadedExecutor(threads)), MODEL, CHANGE);
    }

    /** 16 shots take 16 000 bytes and two threads 2 000; then there are gradients of all of them, and then more calls of 2 000 + 100 bytes and 12 more gradients. */
    @ParameterizedTest
    @CsvSource({
        "18000, 4, 1",
        "18099, 4, 1",
        "18100, 6, 1",
        "18599, 14, 1",
        "18600, 16, 1",
        "21299, 16, 1",
        "21300, 16, 2",
        "24000, 16, 3",
        "2200, 4, 1"
    })
    void haveAsManyGradientsAndThenCallsAtOnceAsThereIsRoomFor(long budget, int shots, int calls) {
        Turns turns = turns(16, 2, budget);

        assertThat(turns.shots()).isEqualTo(shots);
        assertThat(turns.calls()).isEqualTo(calls);
        long gradients = (shots - 4) * MODEL;
        assertThat(turns.plan().spare())
                .isGreaterThanOrEqualTo(gradients + (calls - 1) * (turns.plan().underWay() + CHANGE + gradients));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "3, 1", "3, 3"})
    void neverHaveMoreShotsThanThereAre(int shots, int threads) {
        assertThat(turns(shots, threads, 100_000).shots()).isEqualTo(shots);
        assertThat(turns(shots, threads, 10_000).calls()).isPositive();
    }
}
