package org.rote.spi;

import java.util.random.RandomGenerator;

/** A {@link Distribution} that can be drawn from directly. */
public interface Drawable {

    /**
     * Draws one independent sample.
     *
     * @param random the source of randomness; the same state gives the same bits
     * @param out receives the sample; overwritten whole
     */
    void draw(RandomGenerator random, double[] out);
}
