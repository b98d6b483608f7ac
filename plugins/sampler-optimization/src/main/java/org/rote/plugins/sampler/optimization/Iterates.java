package org.rote.plugins.sampler.optimization;

import java.util.Arrays;
import java.util.Locale;
import org.rote.spi.Space;

/** How the models on the way are kept: arrays {@code iterate-0000}, {@code iterate-0001} …, by the number of iterations done. */
final class Iterates {

    private Iterates() {}

    static String name(int iteration) {
        return String.format(Locale.ROOT, "iterate-%04d", iteration);
    }

    /** The counts of a space's axes; complex elements as pairs along a last one. */
    static int[] shape(Space space) {
        int[] counts = space.shape();
        if (space.element().doubles() == 1) {
            return counts;
        }
        int[] pairs = Arrays.copyOf(counts, counts.length + 1);
        pairs[counts.length] = space.element().doubles();
        return pairs;
    }
}
