/**
 * NumPy array files ({@code .npy}, and {@code .npy.gz} for reading), with nothing but the JDK.
 *
 * <p>Whole arrays: {@link org.rote.arrays.Npy#read Npy.read} and {@link org.rote.arrays.Npy#write Npy.write}. Arrays
 * larger than memory: {@link org.rote.arrays.NpyReader} hands out any range of elements or any slice of the leading
 * axis; {@link org.rote.arrays.NpyWriter} appends rows, survives being killed, and goes on where it was.
 *
 * <p>Values are always handed out in C order (last axis fastest), whatever the order, byte order and element type of the
 * file, as {@code double[]} or {@code float[]}. A complex element is two neighbouring numbers, real part first. A file
 * that is not what it claims to be ends in an {@link org.rote.arrays.ArrayFileException}, which says what is wrong and
 * what to do; nothing is guessed.
 *
 * <p>The format: NumPy Enhancement Proposal 1 (R. Kern, 2007) and the documentation of {@code numpy.lib.format}, versions
 * 1.0, 2.0 and 3.0.
 */
package org.rote.arrays;
