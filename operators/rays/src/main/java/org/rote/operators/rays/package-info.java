/**
 * Travel times along straight rays through a grid of cells, the linear geophysical operator that can be checked by hand. Where rays bend, first-order
 * tomography is as wrong as the velocity contrast squared; use a wave operator there.
 */
package org.rote.operators.rays;
