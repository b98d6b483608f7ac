package org.rote.plugins.diagnostic.collapse;

/** For diagnostics that have nothing to configure. */
public record NoConfig() {}
