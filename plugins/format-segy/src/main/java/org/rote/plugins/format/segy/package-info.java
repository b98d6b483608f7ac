/**
 * The data set {@code segy}: sections of the ground (traces along x, samples along z) and gathers (shot, receiver, time) in SEG-Y files, read trace by trace.
 *
 * <p>Which of the two a file holds follows from the space that the engine asks for.
 */
package org.rote.plugins.format.segy;
