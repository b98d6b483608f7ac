package org.rote.operators.propagation.memory;

/**
 * A run of steps that can be gone through backwards: there is one current state, slots that hold copies of states, and memory for what the steps of a segment leave behind. Called by a {@link Schedule}.
 */
public interface Reversible {

    /** Makes the state before step 0 the current one. It is known without a slot. */
    void begin();

    /**
     * Takes the current state through steps.
     *
     * @param from the first one; the current state is the one before it
     * @param to the one after the last
     */
    void advance(int from, int to);

    /**
     * Like {@link #advance}, and keeps of every step what {@link #reverse} needs. During the sweep this is the tail, which stays until the reversal; during the reversal it is a segment, which is reversed at once.
     *
     * @param from the first one; the current state is the one before it
     * @param to the one after the last
     */
    void keep(int from, int to);

    /**
     * Copies the current state into a slot, over what is there.
     *
     * @param slot 0 … slots − 1
     */
    void save(int slot);

    /**
     * Makes the state in a slot the current one. The slot keeps it.
     *
     * @param slot 0 … slots − 1
     */
    void restore(int slot);

    /**
     * Goes back through steps that were kept, the last one first. May spoil the current state.
     *
     * @param from the first one
     * @param to the one after the last: where the previous call began, or the end of the run
     */
    void reverse(int from, int to);
}
