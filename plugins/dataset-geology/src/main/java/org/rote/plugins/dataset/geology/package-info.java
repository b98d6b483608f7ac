/**
 * Data sets of random models that look like geology, so that studies have training sets and truths without files: {@code layered}, folded and faulted layers whose velocity
 * grows with depth. The same seed gives the same models in every study.
 */
package org.rote.plugins.dataset.geology;
