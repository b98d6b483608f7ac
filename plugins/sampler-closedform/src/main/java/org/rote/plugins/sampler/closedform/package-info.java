/**
 * Samplers of posteriors that have a closed form. {@code reweighting} is exact for an empirical prior, {@code exact-mixture} for a Gaussian mixture under an
 * affine operator, {@code quadrature} for any density in one or two dimensions; {@code linearized-mixture} is the approximation of Siahkoohi &amp; Sabeddu (2026,
 * eq. 7) for everything else, with the determinant that the published code leaves out.
 */
package org.rote.plugins.sampler.closedform;
