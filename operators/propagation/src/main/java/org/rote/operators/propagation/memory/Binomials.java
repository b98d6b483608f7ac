package org.rote.operators.propagation.memory;

/**
 * Counts of optimal checkpointing.
 *
 * <p>Source: A. Griewank and A. Walther (2000), Algorithm 799: Revolve, ACM Transactions on Mathematical Software 26, 19–45, propositions 1 and 2.
 */
final class Binomials {

    private Binomials() {}

    /**
     * How many segments can be reversed with c stored states, the first one included, if none is advanced through more than r times: β(c, r) = (c + r)! / (c! r!).
     *
     * @return the count, or {@code Long.MAX_VALUE / 4} where it is larger
     */
    static long reach(int states, int repeats) {
        long most = Long.MAX_VALUE / 4;
        long count = 1;
        int smaller = Math.min(states, repeats);
        int larger = Math.max(states, repeats);
        for (int k = 1; k <= smaller; k++) {
            if (count > most / (larger + k)) {
                return most;
            }
            count = count * (larger + k) / k;
        }
        return count;
    }

    /** The smallest r with {@code segments ≤ β(states, r)}. */
    static int repeats(int segments, int states) {
        int repeats = 0;
        while (reach(states, repeats) < segments) {
            repeats++;
        }
        return repeats;
    }

    /**
     * The least number of segments that are advanced through to reverse a chain, without those that are kept for the reversal: r l − β(c + 1, r − 1).
     *
     * @param segments of the chain, l ≥ 1
     * @param states that can be stored, c ≥ 1, the one before the first segment included
     */
    static long advances(int segments, int states) {
        if (segments == 1) {
            return 0;
        }
        int repeats = repeats(segments, states);
        return (long) repeats * segments - reach(states + 1, repeats - 1);
    }

    /**
     * After how many segments of a chain the next state is best stored.
     *
     * @param segments of the chain, l ≥ 2
     * @param states that can be stored, c ≥ 2, the one before the first segment included
     * @return 1 … l − 1
     */
    static int split(int segments, int states) {
        int repeats = repeats(segments, states);
        return (int) Math.min(reach(states, repeats - 1), segments - reach(states - 1, repeats - 1));
    }
}
