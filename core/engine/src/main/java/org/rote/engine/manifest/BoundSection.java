package org.rote.engine.manifest;

/**
 * A section as it comes out of binding.
 *
 * @param section the plugin's part of it
 * @param owned the engine's part of it: {@link Loop} for a sampler, {@link Selection} for a diagnostic
 * @param resolved what to write for it
 * @param <T> the contract
 */
record BoundSection<T>(Section<T> section, Record owned, Tree.Mapping resolved) {}
