/** Acoustic waves of point sources in two or three dimensions, in time: the operator {@code acoustic}. */
package org.rote.operators.acoustic;
