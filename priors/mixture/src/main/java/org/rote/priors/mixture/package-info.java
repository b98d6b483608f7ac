/** Gaussian and Gaussian-mixture priors. */
package org.rote.priors.mixture;
