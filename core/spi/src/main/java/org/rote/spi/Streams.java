package org.rote.spi;

import java.util.random.RandomGenerator;

/** Randomness by name: one independent stream for every (seed, case, task, index), so that nothing depends on scheduling. */
@FunctionalInterface
public interface Streams {

    /**
     * A fresh generator for one piece of work. The same arguments give the same numbers, whenever and on whichever thread they are asked for.
     *
     * @param task the task's name
     * @param index the number of the piece within the task
     * @return a generator to be used by one thread
     */
    RandomGenerator random(String task, long index);
}
