package org.rote.plugins.diagnostic.summary;

/** For diagnostics that have nothing to configure. */
public record NoConfig() {}
