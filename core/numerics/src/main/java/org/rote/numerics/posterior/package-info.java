/**
 * Posteriors in closed form, shared by samplers: {@link org.rote.numerics.posterior.ReweightedAtoms} of a training set, {@link org.rote.numerics.posterior.PosteriorMixture} of a Gaussian
 * mixture. Both are {@link org.rote.spi.Distribution}s, so {@link org.rote.numerics.Derivations} gives their noisy score, which is the posterior's own denoiser at every noise level. Every type here
 * is experimental since 0.1.0.
 */
package org.rote.numerics.posterior;
