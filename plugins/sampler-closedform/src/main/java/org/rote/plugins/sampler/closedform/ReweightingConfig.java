package org.rote.plugins.sampler.closedform;

/** Reweighting has nothing to configure. */
public record ReweightingConfig() {}
