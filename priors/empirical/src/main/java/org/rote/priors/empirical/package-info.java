/**
 * The empirical distribution of a training set, Σ_n w_n δ(x − x_n): the prior that a learned one drifts to when it memorizes. Its posterior is a lookup among the training models, weighted by their
 * likelihood.
 */
package org.rote.priors.empirical;
