package org.rote.operators.born;

import org.rote.operators.propagation.WaveKeys;
import org.rote.spi.Dataset;
import org.rote.spi.Doc;
import org.rote.spi.Inline;
import org.rote.spi.Part;

/**
 * The operator {@code born}: the derivative of {@code acoustic} with respect to squared slowness at one background m₀, m₀ ∂²δu/∂t² − Δδu = −δm ∂²u₀/∂t². The keys that both have mean the same.
 *
 * @param background m₀: one model of positive squared slowness
 * @param waves all other keys
 */
public record BornConfig(
        @Doc("the one model around which waves are linearized")
        Part<Dataset> background,

        @Inline WaveKeys waves) {}
