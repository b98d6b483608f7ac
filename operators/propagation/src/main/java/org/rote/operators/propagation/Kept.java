package org.rote.operators.propagation;

import org.rote.operators.propagation.memory.Buffers;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Store;

/**
 * Second differences in time, u⁺ − 2u + u⁻, of a run of steps; of each step those inside its box.
 *
 * @param from first step
 * @param to after the last
 * @param packing of all steps of the shot into arrays
 * @param arrays those of this run; the first one begins with its first step
 */
record Kept(int from, int to, Packing packing, Buffers.Lease arrays) implements AutoCloseable {

    private static final Packing NO_STEPS = Packing.of(0, step -> 0, 1);

    /** Of no step. */
    static final Kept NOTHING = new Kept(0, 0, NO_STEPS, new Buffers(1, new Store(0)).lease(0));

    /**
     * Room for a run of steps.
     *
     * @param from first step, the first one in an array
     * @param to after the last, the first one in an array or after all
     * @param packing of all steps
     * @param buffers lend the arrays
     */
    static Kept room(int from, int to, Packing packing, Buffers buffers) {
        if (from == to) {
            return NOTHING;
        }
        return new Kept(from, to, packing, buffers.lease(packing.array(to - 1) - packing.array(from) + 1));
    }

    /** Whether it holds a step. */
    boolean holds(int step) {
        return step >= from && step < to;
    }

    /** The array that holds a step. */
    float[] array(int step) {
        return arrays.array(packing.array(step) - packing.array(from));
    }

    /** Where the step's box begins in it. */
    int at(int step) {
        return packing.at(step);
    }

    @Override
    public void close() {
        arrays.close();
    }
}
