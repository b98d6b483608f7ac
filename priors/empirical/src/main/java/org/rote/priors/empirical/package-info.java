/** The empirical distribution of a training set. */
package org.rote.priors.empirical;
