package org.rote.operators.cuda.waves;

import org.rote.operators.propagation.memory.Packing;

/**
 * Second differences in time of a run of steps of a batch, on a card.
 *
 * @param from first step, the first one in an array
 * @param to after the last
 * @param packing of all steps of the batch into arrays
 * @param bytes of an array
 * @param address of the first array; the others follow
 */
record CardKept(int from, int to, Packing packing, long bytes, long address) {

    /** Of no step. */
    static final CardKept NOTHING = new CardKept(0, 0, Packing.of(0, step -> 0, 1), 0, 0);

    /** Arrays of a run of steps. */
    static int arrays(Packing packing, int from, int to) {
        return from == to ? 0 : packing.array(to - 1) - packing.array(from) + 1;
    }

    /** Address of the array that holds a step; 0 where none does. */
    long array(int step) {
        return step >= from && step < to ? address + bytes * (packing.array(step) - packing.array(from)) : 0;
    }
}
