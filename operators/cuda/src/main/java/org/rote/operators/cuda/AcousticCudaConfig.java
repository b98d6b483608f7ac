package org.rote.operators.cuda;

import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.WaveKeys;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Inline;

/**
 * The operator {@code acoustic-cuda}: {@code acoustic} on a graphics card.
 *
 * @param parameter what the nodes hold
 * @param waves the keys of {@code acoustic}; the memory is that of the card
 * @param card which card
 */
public record AcousticCudaConfig(
        @Doc("what the nodes hold") @Default("velocity") WaveSpeed parameter,
        @Inline WaveKeys waves,
        @Inline CardKeys card) {}
