package org.rote.operators.propagation.memory;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The order in which a run of steps is gone through backwards when not everything that this needs can be kept.
 *
 * <p>The steps are divided into segments and a tail. {@link #sweep} goes forward once, saves some states on the way and keeps the tail; {@link #reverse}, perhaps much later, goes back: the tail first, and then each segment after it was
 * recomputed from the last state saved before it, with states saved in slots that have become free. The states saved are those of optimal checkpointing, so that no other choice recomputes fewer segments: with m segments and s slots,
 *
 * <pre>  r (m + 1) − β(s + 2, r − 1),   β(c, r) = (c + r)! / (c! r!),   r the smallest with m + 1 ≤ β(s + 1, r),</pre>
 *
 * <p>which is m where s ≥ m − 1. (The state before the first step needs no slot, which makes s + 1 states; the tail is the last of m + 1 segments, the one that the sweep keeps.) With no segments, all steps are kept and none is recomputed.
 *
 * <p>Immutable. Takes no memory to speak of.
 *
 * <p>Source: A. Griewank and A. Walther (2000), Algorithm 799: Revolve, ACM Transactions on Mathematical Software 26, 19–45.
 */
public final class Schedule {

    private final int[] starts;
    private final int steps;
    private final int slots;

    /**
     * With segments of given lengths.
     *
     * @param starts first step of each segment, from 0, and of the tail, increasing; {@code {0}} for no segments
     * @param steps of the run; at least the start of the tail
     * @param slots for states, at least 0
     */
    public Schedule(int[] starts, int steps, int slots) {
        if (starts.length == 0 || starts[0] != 0 || starts[starts.length - 1] > steps || !isIncreasing(starts)) {
            throw new IllegalArgumentException("segments must start at 0 and increase to at most the number of steps, "
                    + steps + "; got " + Arrays.toString(starts));
        }
        if (slots < 0) {
            throw new IllegalArgumentException("slots must be at least 0, got " + slots);
        }
        this.starts = starts.clone();
        this.steps = steps;
        this.slots = Math.min(slots, Math.max(0, segments() - 1));
    }

    /**
     * With segments of almost equal length and no tail.
     *
     * @param steps of the run, at least 0
     * @param slots for states, at least 0
     * @param length of a segment at most, at least 1
     * @return the schedule
     */
    public static Schedule of(int steps, int slots, int length) {
        if (steps < 0 || length < 1) {
            throw new IllegalArgumentException("steps must be at least 0 and segments at least one step long, got "
                    + steps + " steps and segments of " + length);
        }
        int segments = (int) (((long) steps + length - 1) / length);
        int[] starts = IntStream.rangeClosed(0, segments)
                .map(k -> (int) ((long) steps * k / Math.max(1, segments)))
                .toArray();
        return new Schedule(starts, steps, slots);
    }

    private static boolean isIncreasing(int[] values) {
        return IntStream.range(1, values.length).allMatch(k -> values[k] > values[k - 1]);
    }

    /**
     * Number of steps.
     *
     * @return with those of the tail
     */
    public int steps() {
        return steps;
    }

    /**
     * Slots that are used.
     *
     * @return at most those given, and one less than there are segments
     */
    public int slots() {
        return slots;
    }

    /**
     * Number of segments that the reversal recomputes.
     *
     * @return m
     */
    public int segments() {
        return starts.length - 1;
    }

    /**
     * Steps of the longest segment.
     *
     * @return 0 if there is none
     */
    int longestSegment() {
        return IntStream.range(0, segments())
                .map(k -> starts[k + 1] - starts[k])
                .max()
                .orElse(0);
    }

    /**
     * Where a segment begins.
     *
     * @param segment 0 … segments
     * @return its first step; that of the tail for {@code segments()}
     */
    public int start(int segment) {
        return starts[segment];
    }

    /**
     * Where the tail begins.
     *
     * @return the first step that the sweep keeps; {@link #steps} if it keeps none
     */
    public int tail() {
        return starts[segments()];
    }

    /**
     * Whether the reversal leaves the slots as the sweep did, so that it may be done again without another sweep. Another sweep costs {@link #steps}.
     *
     * @return whether every segment finds its own state in a slot
     */
    public boolean isRepeatable() {
        return slots >= segments() - 1;
    }

    /**
     * Steps that one reversal computes again.
     *
     * @return their number, those of the sweep not counted
     */
    long recomputed() {
        Counter counter = new Counter();
        reverse(counter);
        return counter.steps;
    }

    /**
     * The least number of segments that can be recomputed, with as many slots.
     *
     * @return the number; the reversal recomputes as many
     */
    long recomputedSegments() {
        return Binomials.advances(segments() + 1, slots + 1);
    }

    /**
     * Goes forward through all steps once, saves what the reversal begins with and keeps the tail.
     *
     * @param run to be gone through
     */
    public void sweep(Reversible run) {
        Stored stored = new Stored();
        run.begin();
        stored.saveBefore(segments() + 1, run);
        advance(run, stored.last(), segments());
        if (tail() < steps) {
            run.keep(tail(), steps);
        }
    }

    /**
     * Goes back through all steps once. The slots must be as the sweep left them, and the tail be kept.
     *
     * @param run to be gone through
     */
    public void reverse(Reversible run) {
        Stored stored = new Stored();
        stored.recallBefore(segments() + 1);
        if (tail() < steps) {
            run.reverse(tail(), steps);
        }
        for (int segment = segments() - 1; segment >= 0; segment--) {
            stored.restoreLast(run);
            stored.saveBefore(segment + 1, run);
            advance(run, stored.last(), segment);
            run.keep(starts[segment], starts[segment + 1]);
            run.reverse(starts[segment], starts[segment + 1]);
            stored.freeFrom(segment);
        }
    }

    private void advance(Reversible run, int fromSegment, int toSegment) {
        if (fromSegment < toSegment) {
            run.advance(starts[fromSegment], starts[toSegment]);
        }
    }

    /** Which states are stored: those before the segments named, the first one without a slot, the others in slots 0, 1, 2 … */
    private final class Stored {

        private final int[] before = new int[slots + 1];
        private int count = 1;

        /** The last segment whose beginning is stored. */
        int last() {
            return before[count - 1];
        }

        /** Stores what is best stored on the way from the last state to the segment before {@code end}; the current state is the last one before and after. */
        void saveBefore(int end, Reversible run) {
            while (hasNext(end)) {
                int next = next(end);
                advance(run, last(), next);
                run.save(count - 1);
                push(next);
            }
        }

        /** What {@link #saveBefore} has stored. */
        void recallBefore(int end) {
            while (hasNext(end)) {
                push(next(end));
            }
        }

        /** Whether to store one more. The state before the segment that is kept next is not worth a slot: it is the current one when it is needed, and only then. */
        private boolean hasNext(int end) {
            return count <= slots && end - last() > 2;
        }

        private int next(int end) {
            return last() + Binomials.split(end - last(), slots - count + 2);
        }

        private void push(int segment) {
            before[count] = segment;
            count++;
        }

        void restoreLast(Reversible run) {
            if (count == 1) {
                run.begin();
            } else {
                run.restore(count - 2);
            }
        }

        /** Forgets the states that no segment before this one needs. */
        void freeFrom(int segment) {
            while (count > 1 && last() >= segment) {
                count--;
            }
        }
    }

    /** Counts steps. */
    private static final class Counter implements Reversible {
        private long steps;

        @Override
        public void begin() {}

        @Override
        public void advance(int from, int to) {
            steps += to - from;
        }

        @Override
        public void keep(int from, int to) {
            steps += to - from;
        }

        @Override
        public void save(int slot) {}

        @Override
        public void restore(int slot) {}

        @Override
        public void reverse(int from, int to) {}
    }
}
