package org.rote.spi;

import java.util.Optional;

/**
 * A sampler at work on one posterior. Used by one thread at a time; closed by whoever started it. The loop around it (burn-in, thinning, budget, checkpoints,
 * streaming to disk) is the engine's.
 */
public interface Chain extends AutoCloseable {

    /**
     * Does a bounded piece of work, about a second's worth where that is possible, and hands out the draws that came of it.
     *
     * @param limit the most draws wanted now, at least 1
     * @return at most {@code limit} draws, perhaps none yet; empty when the chain has nothing more to give
     * @throws NumericsException when a state is no longer finite or a solve fails
     */
    Optional<Draws> advance(int limit);

    /**
     * What is needed to go on from here with the same bits: {@link Sampler#start} with this state must give the chain that this one is.
     *
     * @return a snapshot
     */
    ChainState state();

    /**
     * The posterior, or the approximation to it, in closed form where the sampler has one: {@link Atoms}, {@link Components}, {@link Density}. The yardstick
     * that diagnostics hold other cases against.
     *
     * @return the closed form, or empty
     */
    default Optional<Distribution> solution() {
        return Optional.empty();
    }

    /** Releases what is held. Does nothing by default; may be called twice. */
    @Override
    default void close() {}
}
