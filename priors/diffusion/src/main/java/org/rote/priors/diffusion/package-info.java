/** Diffusion priors. */
package org.rote.priors.diffusion;
