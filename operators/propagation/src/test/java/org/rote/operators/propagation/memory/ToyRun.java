package org.rote.operators.propagation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** A run whose state is the number of steps behind it. Fails where a schedule asks for what is not there, and keeps count. */
final class ToyRun implements Reversible {

    private static final int UNKNOWN = -1;

    private final int steps;
    private final int[] slots;
    private final Deque<Integer> kept = new ArrayDeque<>();
    private int state = UNKNOWN;
    private int ahead;
    private long computed;
    private int mostKept;
    private int saves;
    private boolean reversing;
    private int highestSlot = -1;

    ToyRun(int steps, int slots) {
        this.steps = steps;
        this.slots = new int[slots];
        Arrays.fill(this.slots, UNKNOWN);
    }

    /** Between sweep and reversal: other runs use the same memory, so that the current state is lost. */
    void turn() {
        assertThat(state).describedAs("state after the sweep").isEqualTo(steps);
        turnAgain();
        reversing = true;
    }

    /** Begins a reversal without a sweep before it. */
    void turnAgain() {
        state = UNKNOWN;
        ahead = steps;
        computed = 0;
        mostKept = 0;
        saves = 0;
    }

    @Override
    public void begin() {
        state = 0;
    }

    @Override
    public void advance(int from, int to) {
        assertThat(from).isEqualTo(state).isLessThan(to);
        assertThat(to).isLessThanOrEqualTo(steps);
        computed += to - from;
        state = to;
    }

    @Override
    public void keep(int from, int to) {
        assertThat(kept).describedAs("steps kept before").isEmpty();
        advance(from, to);
        for (int step = from; step < to; step++) {
            kept.push(step);
        }
        mostKept = Math.max(mostKept, kept.size());
    }

    @Override
    public void save(int slot) {
        assertThat(state).isNotEqualTo(UNKNOWN);
        slots[slot] = state;
        saves++;
        highestSlot = Math.max(highestSlot, slot);
    }

    @Override
    public void restore(int slot) {
        assertThat(slots[slot]).describedAs("state in slot %d", slot).isNotEqualTo(UNKNOWN);
        state = slots[slot];
    }

    @Override
    public void reverse(int from, int to) {
        assertThat(reversing).isTrue();
        assertThat(to).isEqualTo(ahead);
        for (int step = to - 1; step >= from; step--) {
            assertThat(kept.pop()).isEqualTo(step);
        }
        ahead = from;
        state = UNKNOWN;
    }

    void verifyReversed() {
        assertThat(ahead).describedAs("steps not reversed").isZero();
        assertThat(kept).isEmpty();
    }

    long computed() {
        return computed;
    }

    int mostKept() {
        return mostKept;
    }

    int saves() {
        return saves;
    }

    int slotsUsed() {
        return highestSlot + 1;
    }
}
