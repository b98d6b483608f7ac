/**
 * Data sets of models that somebody has already: {@code npy} (NumPy files, streamed), {@code raw} (files of nothing but numbers, streamed), {@code csv} (one model a row) and {@code inline} (written in the manifest).
 *
 * <p>All of them take the unit and the quantity of their numbers and hand out models in those of the space that the engine asks for; the files may store their axes
 * in any order and hold more models than are wanted.
 */
package org.rote.plugins.format.arrays;
