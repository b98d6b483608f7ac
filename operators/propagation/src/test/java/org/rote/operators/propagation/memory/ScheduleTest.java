package org.rote.operators.propagation.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long SEED = 20_260_401;

    @Test
    void reversesEveryStepOnceFromWhatWasKeptOfIt() {
        for (int steps = 0; steps <= 60; steps++) {
            for (int slots = 0; slots <= 8; slots++) {
                for (int length : new int[] {1, 2, 3, 7, 25, 100}) {
                    ToyRun run = reversed(Schedule.of(steps, slots, length));
                    assertThat(run.mostKept()).isLessThanOrEqualTo(length);
                    assertThat(run.slotsUsed()).isLessThanOrEqualTo(slots);
                }
            }
        }
    }

    @Test
    void reversesSegmentsOfAnyLengthsAndATail() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 300; trial++) {
            int steps = 1 + random.nextInt(300);
            int[] starts = IntStream.concat(IntStream.of(0), random.ints(random.nextInt(30), 1, steps + 1))
                    .distinct()
                    .sorted()
                    .toArray();
            Schedule schedule = new Schedule(starts, steps, random.nextInt(6));

            ToyRun run = reversed(schedule);

            assertThat(run.computed())
                    .describedAs("seed %d, trial %d", SEED, trial)
                    .isEqualTo(schedule.recomputed());
        }
    }

    @Test
    void aLongRunWithFewSlots() {
        Schedule schedule = Schedule.of(5000, 5, 10);

        ToyRun run = reversed(schedule);

        assertThat(schedule.segments()).isEqualTo(500);
        assertThat(run.computed()).isEqualTo(10 * schedule.recomputedSegments()).isEqualTo(schedule.recomputed());
    }

    @Test
    void recomputesAsFewSegmentsAsAnyOrderOfActionsCan() {
        for (int segments = 1; segments <= 7; segments++) {
            for (int slots = 0; slots <= 3; slots++) {
                assertThat(Schedule.of(segments, slots, 1).recomputed())
                        .describedAs("%d segments, %d slots", segments, slots)
                        .isEqualTo(new Search(segments, slots).fewest());
            }
        }
    }

    @Test
    void recomputesAsFewSegmentsAsDynamicProgrammingAndTheBinomialFormulaSay() {
        int most = 120;
        for (int slots = 0; slots <= 9; slots++) {
            for (int segments = 1; segments <= most; segments++) {
                Schedule schedule = Schedule.of(segments, slots, 1);
                assertThat(schedule.recomputed())
                        .describedAs("%d segments, %d slots", segments, slots)
                        .isEqualTo(schedule.recomputedSegments())
                        .isEqualTo(FEWEST[Math.min(slots + 1, segments)][segments + 1]);
            }
        }
    }

    /** Fewest advances by number of states and of segments: to store the next state after k segments, reverse those behind it with one state less, and then those before it. */
    private static final long[][] FEWEST = fewest(130, 122);

    private static long[][] fewest(int states, int segments) {
        long[][] fewest = new long[states + 1][segments + 1];
        for (int count = 1; count <= states; count++) {
            for (int l = 2; l <= segments; l++) {
                long best = (long) l * (l - 1) / 2;
                for (int k = 1; k < l && count > 1; k++) {
                    best = Math.min(best, k + fewest[count][k] + fewest[count - 1][l - k]);
                }
                fewest[count][l] = best;
            }
        }
        return fewest;
    }

    @Test
    void withASlotForEverySegmentEachIsRecomputedOnceAndTheSlotsStay() {
        Schedule schedule = Schedule.of(1000, 50, 25);

        ToyRun run = reversed(schedule);

        assertThat(schedule.slots()).isEqualTo(39);
        assertThat(schedule.recomputed()).isEqualTo(1000);
        assertThat(schedule.isRepeatable()).isTrue();
        assertThat(run.saves()).isZero();
        run.turnAgain();
        schedule.reverse(run);
        run.verifyReversed();
    }

    @Test
    void withFewerSlotsTheReversalUsesThemAgain() {
        Schedule schedule = Schedule.of(1000, 10, 25);

        ToyRun run = reversed(schedule);

        assertThat(schedule.isRepeatable()).isFalse();
        assertThat(run.saves()).isPositive();
    }

    @Test
    void onlyTailKeepsEverythingAndRecomputesNothing() {
        Schedule schedule = new Schedule(new int[] {0}, 80, 4);

        ToyRun run = reversed(schedule);

        assertThat(run.computed()).isZero();
        assertThat(schedule.recomputedSegments()).isZero();
        assertThat(schedule.slots()).isZero();
        assertThat(schedule.isRepeatable()).isTrue();
    }

    @Test
    void theTailIsNotRecomputed() {
        Schedule schedule = new Schedule(new int[] {0, 10, 20}, 100, 1);

        ToyRun run = reversed(schedule);

        assertThat(schedule.tail()).isEqualTo(20);
        assertThat(run.computed()).isEqualTo(20);
    }

    @Test
    void refusesSegmentsThatDoNotCoverTheSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(new int[] {0, 5, 5}, 10, 1))
                .withMessage("segments must start at 0 and increase to at most the number of steps, 10; got [0, 5, 5]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(new int[] {0, 11}, 10, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(new int[] {1, 5}, 10, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(new int[] {}, 10, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(new int[] {0, 10}, 10, -1))
                .withMessage("slots must be at least 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.of(10, 1, 0))
                .withMessageContaining("got 10 steps and segments of 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.of(-1, 1, 1));
    }

    private static ToyRun reversed(Schedule schedule) {
        ToyRun run = new ToyRun(schedule.steps(), schedule.slots());
        schedule.sweep(run);
        assertThat(run.computed()).describedAs("steps of the sweep").isEqualTo(schedule.steps());
        run.turn();
        schedule.reverse(run);
        run.verifyReversed();
        return run;
    }

    /** The cheapest of all orders of single actions, by Dijkstra's search. The sweep ends where all segments are behind the current state; its own cost is taken off. */
    private static final class Search {

        private static final int NONE = -1;

        private final int segments;
        private final int slots;
        private final Map<List<Integer>, Long> costs = new HashMap<>();
        private final PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingLong(Node::cost));

        /** The numbers are: the current state or none, the segments that are left (one more before the turn), and the states in the slots. */
        private record Node(int[] numbers, long cost) {

            Node with(int place, int value, long added) {
                int[] copy = numbers.clone();
                copy[place] = value;
                return new Node(copy, cost + added);
            }
        }

        Search(int segments, int slots) {
            this.segments = segments;
            this.slots = slots;
        }

        long fewest() {
            int[] first = new int[slots + 2];
            Arrays.fill(first, NONE);
            first[0] = 0;
            first[1] = segments + 1;
            visit(new Node(first, 0));
            for (Node node = open.remove(); true; node = open.remove()) {
                if (node.numbers[1] == 0) {
                    return node.cost - segments;
                }
                expand(node);
            }
        }

        private void expand(Node node) {
            int state = node.numbers[0];
            int left = node.numbers[1];
            visit(node.with(0, 0, 0));
            for (int slot = 2; slot < slots + 2; slot++) {
                visit(node.with(0, node.numbers[slot], 0));
                visit(node.with(slot, state, 0));
            }
            if (state != NONE && state < left - 1) {
                visit(node.with(0, state + 1, 1));
            }
            if (state == left - 1) {
                // What comes after all segments, the tail, has no cost.
                visit(node.with(1, left - 1, left > segments ? 0 : 1).with(0, NONE, 0));
            }
        }

        private void visit(Node node) {
            List<Integer> key = Arrays.stream(node.numbers).boxed().toList();
            Long known = costs.get(key);
            if (known == null || node.cost < known) {
                costs.put(key, node.cost);
                open.add(node);
            }
        }
    }
}
