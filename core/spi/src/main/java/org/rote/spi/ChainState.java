package org.rote.spi;

import java.util.Map;
import java.util.TreeMap;

/**
 * A snapshot of a {@link Chain}: named arrays of doubles, so that it can be kept in a file or sent to another machine. Randomness needs no place in it: a
 * chain takes a fresh stream for each piece of work by {@link Streams#random} with the number of the piece.
 *
 * @param arrays the arrays by name
 */
public record ChainState(Map<String, double[]> arrays) {

    /** Copies the map and the arrays. */
    public ChainState {
        Map<String, double[]> copy = new TreeMap<>();
        arrays.forEach((name, values) -> copy.put(name, values.clone()));
        arrays = java.util.Collections.unmodifiableMap(copy);
    }

    /**
     * The state of a chain that is determined by how many pieces of work it has done.
     *
     * @param pieces pieces done
     * @return the state
     */
    public static ChainState at(long pieces) {
        return new ChainState(Map.of("pieces", new double[] {pieces}));
    }

    /**
     * Pieces done, of a state made by {@link #at}.
     *
     * @return the number
     * @throws IllegalArgumentException when the state was made by another kind of chain
     */
    public long pieces() {
        double[] pieces = arrays.get("pieces");
        if (pieces == null || pieces.length != 1) {
            throw new IllegalArgumentException("chain state has no pieces: arrays=" + arrays.keySet());
        }
        return (long) pieces[0];
    }
}
