/**
 * Samplers that run a diffusion process backwards, many chains at once. {@code dps} guides the process of the prior by the likelihood of each denoised estimate, in one of several published ways;
 * {@code oracle-diffusion} runs the process of the posterior itself, whose denoiser is known for atoms and Gaussian mixtures: what guidance approximates.
 */
package org.rote.plugins.sampler.diffusion;
