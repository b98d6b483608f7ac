/** Acoustic waves in time, stepped on a grid: see {@code distribution/docs/decisions/0009-acoustic-propagation.md}. */
package org.rote.operators.propagation;
