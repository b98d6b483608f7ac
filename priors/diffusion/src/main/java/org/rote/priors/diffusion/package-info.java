/**
 * Diffusion priors. A diffusion model that memorized its training set is known in closed form: at noise level σ its distribution is a Gaussian of that width around every training model.
 */
package org.rote.priors.diffusion;
