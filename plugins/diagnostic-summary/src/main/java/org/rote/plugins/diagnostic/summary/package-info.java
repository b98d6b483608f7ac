/**
 * What the posterior looks like: {@code densities} draws prior, likelihood and posterior over one or two unknowns, {@code posterior-summary} mean, spread, draws and the nearest
 * training model of a field, and holds them against the truth where it is known.
 */
package org.rote.plugins.diagnostic.summary;
