package org.rote.operators.cuda;

import org.rote.operators.propagation.WaveKeys;
import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Inline;
import org.rote.spi.Part;

/**
 * The operator {@code born-cuda}: {@code born} on a graphics card.
 *
 * @param background one model of positive squared slowness
 * @param waves the keys of {@code born}; the memory is that of the card
 * @param card which card
 */
public record BornCudaConfig(
        @Doc("the one model around which waves are linearized")
        Part<Dataset> background,

        @Inline WaveKeys waves,
        @Inline CardKeys card) {}
