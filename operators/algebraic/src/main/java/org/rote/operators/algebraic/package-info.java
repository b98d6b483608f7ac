/**
 * Forward operators given by a formula or a matrix. The two stylized ones are those on which Siahkoohi and Sabeddu (2026) show how a posterior collapses
 * under a memorized prior; they are small enough for a posterior on a grid.
 */
package org.rote.operators.algebraic;
