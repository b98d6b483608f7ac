package org.rote.plugins.sampler.diffusion;

/** What becomes of the derivative of the denoiser in the gradient of the likelihood. */
public enum Jacobian {
    /** It is multiplied with, in closed form. */
    EXACT,
    /** The identity takes its place, as in the published code; a standard normal prior's with {@code moment-matching}. */
    OMITTED
}
