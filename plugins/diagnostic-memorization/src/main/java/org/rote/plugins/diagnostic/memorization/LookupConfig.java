package org.rote.plugins.diagnostic.memorization;

/** Nothing to choose. */
public record LookupConfig() {}
