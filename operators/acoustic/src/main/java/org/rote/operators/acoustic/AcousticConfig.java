package org.rote.operators.acoustic;

import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.WaveKeys;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Inline;

/**
 * The operator {@code acoustic}: gathers of point sources in a medium of constant density, m ∂²u/∂t² − Δu = w(t) δ(x − x_s), m squared slowness.
 *
 * @param parameter what the nodes hold
 * @param waves all other keys
 */
public record AcousticConfig(
        @Doc("what the nodes hold") @Default("velocity") WaveSpeed parameter,
        @Inline WaveKeys waves) {}
