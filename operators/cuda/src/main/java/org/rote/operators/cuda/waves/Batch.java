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

    /** Shots in batches of one size; the last may be smaller. */
    static List<Batch> of(int shots, int size) {
        List<Batch> batches = new ArrayList<>();
        for (int first = 0; first < shots; first += size) {
            batches.add(new Batch(first, Math.min(size, shots - first)));
        }
        return batches;
    }
}
