package org.rote.arrays.segy;

import java.util.List;

/**
 * What a SEG-Y file says of itself before its first trace.
 *
 * @param text the lines of the textual header, without the spaces at their ends
 * @param format how samples are written
 * @param traces how many traces the file holds
 * @param samples how many samples each has
 * @param interval the sampling interval in µs; 0 where the file states none
 * @param isInFeet whether lengths are in feet; in metres otherwise
 * @param firstTrace where the first trace header begins, in bytes from the start of the file
 */
public record SegyHeader(
        List<String> text,
        SampleFormat format,
        int traces,
        int samples,
        int interval,
        boolean isInFeet,
        long firstTrace) {

    /** Copies the lines. */
    public SegyHeader {
        text = List.copyOf(text);
    }

    /** Length of a trace with its header in bytes. */
    long traceBytes() {
        return TraceField.HEADER_BYTES + (long) samples * format.bytes();
    }
}
