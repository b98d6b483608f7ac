package org.rote.plugins.sampler.diffusion;

/** How a reverse process goes from one noise level to the next. */
public enum Reversal {
    /** Without fresh noise: DDIM (Song, Meng and Ermon, 2021). */
    DETERMINISTIC,
    /** With fresh noise in every step but the last: DDPM (Ho, Jain and Abbeel, 2020). */
    ANCESTRAL
}
