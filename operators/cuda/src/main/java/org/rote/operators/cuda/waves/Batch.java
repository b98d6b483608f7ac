package org.rote.operators.cuda.waves;

import java.util.ArrayList;
import java.util.List;

/**
 * Shots that are stepped together.
 *
 * @param first number of the first
 * @param shots how many, one after another
 */
record Batch(int first, int shots) {

    /** Shots in the fewest batches of at most one size, and these as even as they can be; the first is the largest. */
    static List<Batch> of(int shots, int size) {
        List<Batch> batches = new ArrayList<>();
        int first = 0;
        for (int left = parts(shots, size); left > 0; left--) {
            int here = parts(shots - first, left);
            batches.add(new Batch(first, here));
            first += here;
        }
        return batches;
    }

    /** Rounded up. */
    private static int parts(int whole, int part) {
        return (whole + part - 1) / part;
    }
}
