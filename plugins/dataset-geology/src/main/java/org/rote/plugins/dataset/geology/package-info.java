/**
 * Data sets of random models that look like geology, so that studies have training sets and truths without files: {@code basin} (in a package of its own), {@code layered}, folded and faulted layers whose velocity
 * grows with depth, and {@code gaussian-field}, smooth fields of squared slowness. The same seed gives the same models in every study.
 */
package org.rote.plugins.dataset.geology;
