package org.rote.operators.propagation.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    private static final long SEED = 20_260_402;

    /** Of sums of a few hundred doubles. */
    private static final double ROUNDING = 1e-9;

    /** Segments of one shot differ in length by a step, which the choice does not look at. */
    private static final double UNEVEN = 1.03;

    private static final long MEGABYTE = 1_000_000;

    @Test
    void keepsEveryStepWhereThereIsRoom() {
        Plan plan = Plan.of(shots(4, 100), 2, new Sizes(450 * MEGABYTE, MEGABYTE, 3 * MEGABYTE, 25 * MEGABYTE, 0));

        assertThat(plan.keepsEverything()).isTrue();
        assertThat(plan.bytes()).isEqualTo(450 * MEGABYTE);
        assertThat(plan.extraRuns()).isZero();
        assertThat(plan.schedule(3).tail()).isZero();
        assertThat(plan.describe()).isEqualTo("keeps every step, 450 MB of 450 MB");
    }

    @Test
    void keepsAllButTheBeginningWhereAlmostEverythingFits() {
        Plan plan = Plan.of(shots(1, 1000), 1, new Sizes(950 * MEGABYTE, MEGABYTE, 2 * MEGABYTE, 0, 0));

        assertThat(plan.keepsEverything()).isFalse();
        // What is kept, a buffer and slots make 950; what is left are segments, one more than slots: 928 + 12 + 2 · 5,
        // and 6 · 12.
        assertThat(plan.describe())
                .isEqualTo(
                        "keeps 928 of 1000 steps in all, of the rest 5 states a shot, recomputes segments of up to 12 steps: 0.07 extra forward runs, 950 MB of 950 MB");
    }

    @Test
    void withLittleMemoryEveryShotHasItsStates() {
        Plan plan = Plan.of(shots(16, 1000), 2, new Sizes(500 * MEGABYTE, MEGABYTE, 2 * MEGABYTE, 0, 0));

        assertThat(plan.extraRuns()).isLessThan(1.1);
        assertThat(plan.describe()).startsWith("keeps ").contains(" states a shot, recomputes segments of up to ");
        verify(plan, 16, 500 * MEGABYTE, 2, new Sizes(500 * MEGABYTE, MEGABYTE, 2 * MEGABYTE, 0, 0));
    }

    @Test
    void withTheLeastEveryThreadRecomputesOneArrayAtATime() {
        Sizes sizes = new Sizes(2 * 11 * MEGABYTE, MEGABYTE, 30 * MEGABYTE, 10 * MEGABYTE, 0);

        Plan plan = Plan.of(shots(3, 20), 2, sizes);

        assertThat(plan.schedule(2).recomputed()).isEqualTo(20 * 21 / 2);
        assertThat(plan.bytes()).isEqualTo(sizes.least(2)).isEqualTo(sizes.budget());
        assertThat(plan.describe())
                .isEqualTo(
                        "keeps 0 states a shot, recomputes segments of 1 step: 10.50 extra forward runs, 22 MB of 22 MB");
    }

    @Test
    void refusesABudgetBelowTheLeast() {
        Sizes sizes = new Sizes(21 * MEGABYTE, MEGABYTE, 30 * MEGABYTE, 10 * MEGABYTE, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(shots(3, 20), 2, sizes))
                .withMessage("a budget of 21 MB is below the least of 22 MB");
        assertThat(Plan.of(shots(1, 20), 2, sizes).bytes()).isLessThanOrEqualTo(21 * MEGABYTE);
    }

    @Test
    void anySchedulesOfAPlanReverseTheirShotsWithinTheBudget() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 200; trial++) {
            int shots = 1 + random.nextInt(6);
            int threads = 1 + random.nextInt(4);
            int length = 20 + random.nextInt(100);
            List<Packing> packings = IntStream.range(0, shots)
                    .mapToObj(shot -> {
                        int steps = random.nextInt(200);
                        int[] sizes = random.ints(steps, 0, 21).toArray();
                        return Packing.of(steps, step -> sizes[step], length);
                    })
                    .toList();
            Sizes least = new Sizes(0, 4L * length, 1 + random.nextInt(300), random.nextInt(300), random.nextInt(300));
            long budget = least.least(Math.min(threads, shots)) + random.nextInt(20_000);
            Sizes sizes = new Sizes(budget, least.array(), least.state(), least.working(), least.shared());

            verify(Plan.of(packings, threads, sizes), shots, budget, threads, sizes);
        }
    }

    /** Goes through all shots with toys, counts what they take, and compares it with what the plan says. */
    private static void verify(Plan plan, int shots, long budget, int threads, Sizes sizes) {
        Taken taken = new Taken(threads);
        long computed = 0;
        long steps = 0;
        for (int shot = 0; shot < shots; shot++) {
            Schedule schedule = plan.schedule(shot);
            Packing packing = plan.packing(shot);
            ArrayCounter run = new ArrayCounter(packing, schedule.slots());
            schedule.sweep(plan.stays(shot) ? run.toy : run);
            run.toy.turn();
            schedule.reverse(run);
            run.toy.verifyReversed();
            taken.add(plan, shot, run.most);
            computed += run.toy.computed() + (plan.stays(shot) ? 0 : packing.steps());
            steps += packing.steps();
        }
        long bytes = taken.arrays() * sizes.array()
                + taken.states() * sizes.state()
                + Math.min(threads, shots) * sizes.working()
                + sizes.shared();
        assertThat(plan.bytes()).describedAs("seed %d", SEED).isEqualTo(bytes).isLessThanOrEqualTo(budget);
        assertThat(plan.extraRuns() * steps).isCloseTo((double) computed, within(ROUNDING * (1 + computed)));
    }

    /** What shots take: for good, or one after another on every thread. */
    private static final class Taken {
        private final int threads;
        private long tails;
        private long stayingStates;
        private long lentStates;
        private int recomputing;
        private int buffer;

        Taken(int threads) {
            this.threads = threads;
        }

        void add(Plan plan, int shot, int most) {
            Schedule schedule = plan.schedule(shot);
            Packing packing = plan.packing(shot);
            boolean hasTail = schedule.tail() < packing.steps();
            if (plan.stays(shot)) {
                tails += hasTail ? packing.arrays() - packing.array(schedule.tail()) : 0;
                stayingStates += schedule.slots();
            } else {
                lentStates = Math.max(lentStates, schedule.slots());
            }
            recomputing += most > 0 ? 1 : 0;
            buffer = Math.max(buffer, most);
        }

        long arrays() {
            return tails + (long) Math.min(threads, recomputing) * buffer;
        }

        long states() {
            return stayingStates + Math.min(threads, recomputing) * lentStates;
        }
    }

    @Test
    void ofManyShotsNothingStaysWhereStatesWouldTakeAll() {
        Sizes sizes = new Sizes(120 * MEGABYTE, MEGABYTE, 3 * MEGABYTE, 0, 0);

        Plan plan = Plan.of(shots(50, 400), 1, sizes);

        assertThat(plan.stays(49)).isFalse();
        assertThat(plan.extraRuns()).isBetween(1.7, 1.8);
        assertThat(plan.describe())
                .matches(
                        "keeps \\d+ states of each shot under way, recomputes segments of up to \\d+ steps: 1\\.\\d\\d extra forward runs, 120 MB of 120 MB");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void keepsAndRecomputesAsTheBestOfAllLayouts(int shots) {
        int steps = 30;
        for (int budget = 4; budget <= shots * steps; budget++) {
            Plan plan = Plan.of(shots(shots, steps), 1, new Sizes(budget, 1, 2, 1, 0));

            assertThat(plan.extraRuns() * shots * steps)
                    .describedAs("budget %d", budget)
                    .isBetween(fewest(shots, steps, budget) - ROUNDING, UNEVEN * fewest(shots, steps, budget));
        }
    }

    /** Steps that shots on one thread recompute at least, over everything that may be kept and all slots, and segments of equal length or almost. */
    private static double fewest(int shots, int steps, long budget) {
        double fewest = Double.POSITIVE_INFINITY;
        for (int kept = 0; kept <= shots * steps; kept++) {
            for (int slots = 0; slots <= steps; slots++) {
                int others = shots - kept / steps;
                long room = budget - 1 - kept;
                long buffer = room - 2L * slots * others;
                if (others == 0 ? buffer >= 0 : buffer >= 1) {
                    double whole = others == 0 ? 0 : (others - 1) * recomputed(steps, slots, buffer);
                    double part = others == 0 ? 0 : recomputed(steps - kept % steps, slots, buffer);
                    fewest = Math.min(fewest, whole + part);
                }
                long lent = room - 2L * slots;
                if (kept % steps == 0 && lent >= 1) {
                    fewest = Math.min(fewest, others * sweptAgain(steps, slots, lent));
                }
            }
        }
        return fewest;
    }

    /** With another sweep, of which the buffer keeps the end. */
    private static double sweptAgain(int steps, int slots, long buffer) {
        return steps + recomputed((int) Math.max(0, steps - buffer), slots, buffer);
    }

    private static double recomputed(int arrays, int slots, long buffer) {
        if (arrays == 0) {
            return 0;
        }
        return Schedule.of(arrays, slots, (int) Math.min(buffer, arrays)).recomputed();
    }

    @Test
    void saysBytesInWords() {
        assertThat(Sizes.words(0)).isEqualTo("0 B");
        assertThat(Sizes.words(999)).isEqualTo("999 B");
        assertThat(Sizes.words(1_000)).isEqualTo("1.0 kB");
        assertThat(Sizes.words(1_100_000_000)).isEqualTo("1.1 GB");
        assertThat(Sizes.words(1_910_000_000)).isEqualTo("2.0 GB");
        assertThat(Sizes.words(9_990_000)).isEqualTo("10 MB");
        assertThat(Sizes.words(349_500_000)).isEqualTo("350 MB");
        assertThat(Sizes.words(999_900_000)).isEqualTo("1.0 GB");
    }

    @Test
    void refusesSizesOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sizes(1, 0, 1, 0, 0))
                .withMessageContaining("got 1, 0, 1, 0 and 0");
    }

    /** Shots whose steps take an array each. */
    private static List<Packing> shots(int count, int steps) {
        return Collections.nCopies(count, Packing.of(steps, step -> 10, 10));
    }

    /** Counts arrays of segments that are kept at once. */
    private static final class ArrayCounter implements Reversible {
        private final Packing packing;
        private final ToyRun toy;
        private int most;

        ArrayCounter(Packing packing, int slots) {
            this.packing = packing;
            this.toy = new ToyRun(packing.steps(), slots);
        }

        @Override
        public void begin() {
            toy.begin();
        }

        @Override
        public void advance(int from, int to) {
            toy.advance(from, to);
        }

        @Override
        public void keep(int from, int to) {
            assertThat(packing.start(packing.array(from))).isEqualTo(from);
            most = Math.max(most, packing.array(to - 1) - packing.array(from) + 1);
            toy.keep(from, to);
        }

        @Override
        public void save(int slot) {
            toy.save(slot);
        }

        @Override
        public void restore(int slot) {
            toy.restore(slot);
        }

        @Override
        public void reverse(int from, int to) {
            toy.reverse(from, to);
        }
    }
}
