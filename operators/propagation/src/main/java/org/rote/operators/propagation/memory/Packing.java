package org.rote.operators.propagation.memory;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** How what steps leave is put into arrays of one length, one after another in the order of steps; no step is cut. What is left of an array before a step that does not fit stays empty. */
public final class Packing {

    private final int[] starts;
    private final int[] at;

    private Packing(int[] starts, int[] at) {
        this.starts = starts;
        this.at = at;
    }

    /**
     * Packs.
     *
     * @param steps how many, at least 0
     * @param sizes of each, 0 … length
     * @param length of an array
     * @return the packing
     */
    public static Packing of(int steps, IntToLongFunction sizes, int length) {
        int[] starts = new int[steps + 1];
        int[] at = new int[steps];
        int arrays = 0;
        long used = length;
        for (int step = 0; step < steps; step++) {
            long size = sizes.applyAsLong(step);
            if (size < 0 || size > length) {
                throw new IllegalArgumentException(
                        "step " + step + " leaves " + size + " numbers; an array has room for 0 to " + length);
            }
            if (step == 0 || used + size > length) {
                starts[arrays] = step;
                arrays++;
                used = 0;
            }
            at[step] = (int) used;
            used += size;
        }
        starts[arrays] = steps;
        return new Packing(Arrays.copyOf(starts, arrays + 1), at);
    }

    /**
     * Number of steps.
     *
     * @return as given
     */
    public int steps() {
        return at.length;
    }

    /**
     * Arrays that all steps take.
     *
     * @return their number
     */
    public int arrays() {
        return starts.length - 1;
    }

    /**
     * The first step in an array.
     *
     * @param array 0 … {@link #arrays}
     * @return its number; that of steps for {@code arrays()}
     */
    public int start(int array) {
        return starts[array];
    }

    /**
     * The array that holds a step.
     *
     * @param step 0 … steps − 1
     * @return its number
     */
    public int array(int step) {
        int found = Arrays.binarySearch(starts, step);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * Where a step begins in its array.
     *
     * @param step 0 … steps − 1
     * @return the place of its first number
     */
    public int at(int step) {
        return at[step];
    }
}
