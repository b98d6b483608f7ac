/**
 * Models for operators that are linear around a background, and for inversions that begin with one: {@code profile}, a velocity that depends on depth alone; {@code smoothed}, models that have lost their details; and {@code
 * perturbation}, the details.
 */
package org.rote.plugins.dataset.geology.background;
