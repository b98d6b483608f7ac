/**
 * SEG-Y files of revision 1, with nothing but the JDK: seismic traces, each with a header of its own.
 *
 * <p>{@link org.rote.arrays.segy.SegyReader} opens a file of any length and reads the traces that are asked for; {@link org.rote.arrays.segy.TraceHeaders} holds the wanted fields of all trace
 * headers; {@link org.rote.arrays.segy.Gathers} finds in them, whatever the order of the file, which trace is which receiver of which shot; {@link org.rote.arrays.segy.Geometry} where they
 * stood; {@link org.rote.arrays.segy.SegyWriter} writes.
 *
 * <p>Traces are numbered from 0 in calls, and counted from 1 in messages ("trace 17 of 240"), as the trade does. Bytes of headers are counted from 1, as the standard does.
 *
 * <p>The format: SEG-Y rev 1 Data Exchange format, SEG Technical Standards Committee, 2002. Files of revision 0 (K. M. Barry, D. A. Cavers and C. W. Kneale, 1975, Recommended standards for digital
 * tape formats, Geophysics 40) are read too, and those of revision 2 (2017) that are written as one of revision 1 could be.
 */
package org.rote.arrays.segy;
