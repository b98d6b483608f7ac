package org.rote.operators.propagation;

import java.util.List;

/** Second differences in time, u⁺ − 2u + u⁻, of a run of steps; of each step those inside its box, one after another in arrays of many steps. */
final class Kept {

    /** Of no step. */
    static final Kept NOTHING = new Kept(List.of(), 0, new int[0], new int[0]);

    private final List<float[]> arrays;
    private final int first;
    private final int[] arrayOf;
    private final int[] at;

    private Kept(List<float[]> arrays, int first, int[] arrayOf, int[] at) {
        this.arrays = arrays;
        this.first = first;
        this.arrayOf = arrayOf;
        this.at = at;
    }

    /**
     * Places for a run of steps.
     *
     * @param plan which says how many arrays of which length it takes
     * @param arrays as many, of that length at least
     */
    static Kept in(Plan plan, List<float[]> arrays) {
        return new Kept(arrays, plan.first, plan.arrayOf, plan.at);
    }

    /** Whether it holds a step. */
    boolean holds(int step) {
        return step >= first && step < first + at.length;
    }

    /** The array that holds a step. */
    float[] array(int step) {
        return arrays.get(arrayOf[step - first]);
    }

    /** Where the step's box begins in it. */
    int at(int step) {
        return at[step - first];
    }

    List<float[]> arrays() {
        return arrays;
    }

    /** How a run of steps is put into arrays of one length. */
    static final class Plan {

        private final int first;
        private final int[] arrayOf;
        private final int[] at;
        private final int arrays;

        /**
         * Plans.
         *
         * @param boxes of all steps
         * @param first number of the first step
         * @param end after the last
         * @param length of an array, at least that of the largest box
         */
        Plan(List<Box> boxes, int first, int end, int length) {
            this.first = first;
            this.arrayOf = new int[end - first];
            this.at = new int[end - first];
            int array = 0;
            int used = 0;
            for (int step = first; step < end; step++) {
                int size = (int) boxes.get(step).size();
                if (used + size > length) {
                    array++;
                    used = 0;
                }
                arrayOf[step - first] = array;
                at[step - first] = used;
                used += size;
            }
            this.arrays = array + 1;
        }

        /** How many arrays it takes. */
        int arrays() {
            return arrays;
        }
    }
}
