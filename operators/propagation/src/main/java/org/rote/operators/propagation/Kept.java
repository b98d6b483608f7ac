package org.rote.operators.propagation;

import java.util.List;

/** Second differences in time, u⁺ − 2u + u⁻, of a run of steps; of each step those inside its box. */
final class Kept {

    /** Of no step. */
    static final Kept NOTHING = new Kept(new float[0][], 0, List.of());

    private final float[][] arrays;
    private final int first;
    private final List<Box> boxes;

    /**
     * Places for the steps from {@code first} on.
     *
     * @param arrays one for each step, of the size of its box at least
     * @param first number of the first step
     * @param boxes of all steps of the shot
     */
    Kept(float[][] arrays, int first, List<Box> boxes) {
        this.arrays = arrays;
        this.first = first;
        this.boxes = boxes;
    }

    boolean holds(int step) {
        return step >= first && step < first + arrays.length;
    }

    float[] array(int step) {
        return arrays[step - first];
    }

    Box box(int step) {
        return boxes.get(step);
    }
}
