package org.rote.spi;

import java.util.Optional;

/** What the engine lends to a {@link Sampler} for one case. {@link #random} streams are those of the case. */
public interface SamplerContext extends Streams {

    /**
     * How many draws the loop will ask for in all, burn-in and thinned ones included; for choosing batch sizes.
     *
     * @return at least 0
     */
    long draws();

    /**
     * Where to go on from.
     *
     * @return the last snapshot of an interrupted run, or empty for a new one
     */
    Optional<ChainState> resumeFrom();

    /**
     * For work that is worth several threads.
     *
     * @return the study's executor
     */
    RunExecutor executor();

    /**
     * Where long work says how far it is.
     *
     * @return the receiver
     */
    Progress progress();

    /**
     * Where arrays beside the draws go: weights, traces of a reverse process.
     *
     * @return the case's sink
     */
    Sink sink();

    /**
     * Tells the user of something that is doubtful but no error.
     *
     * @param message what, with values and units, and what to do about it
     */
    void warn(String message);
}
