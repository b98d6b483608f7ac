package org.rote.engine.manifest;

import org.rote.spi.Sampler;

/**
 * A sampler and how long to run it.
 *
 * @param section the sampler
 * @param loop how many draws
 */
public record SamplerSection(Section<Sampler> section, Loop loop) {}
