/**
 * Gaussian and Gaussian-mixture priors, with full, diagonal, isotropic, low-rank and correlated covariances ({@link org.rote.priors.mixture.CovarianceConfig}). Under a linear operator their posteriors are exact,
 * so they are what learned priors are compared with.
 */
package org.rote.priors.mixture;
