/** Acoustic waves of point sources scattered once at a background, in time: the operator {@code born}. */
package org.rote.operators.born;
