package org.rote.operators.cuda.waves;

import org.rote.operators.propagation.PreparedWaves;

/**
 * A model on a card.
 *
 * @param waves through it
 * @param c address of Δt²/m
 * @param profiles address of the coefficients of the layers
 */
record ModelOnCard(PreparedWaves waves, long c, long profiles) {

    static ModelOnCard of(CardLayout layout, PreparedWaves waves, Allocations memory) {
        return new ModelOnCard(waves, memory.of(layout.led(waves.c())), memory.of(layout.profiles(waves.absorption())));
    }

    /** Bytes that it takes. */
    static long bytes(CardLayout layout) {
        return Float.BYTES * layout.fieldSize();
    }
}
