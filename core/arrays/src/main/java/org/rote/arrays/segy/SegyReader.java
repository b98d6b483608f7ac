package org.rote.arrays.segy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.rote.arrays.ArrayFileException;

/**
 * An open SEG-Y file, of which any trace can be read.
 *
 * <p><b>Checks.</b> On opening: the headers before the first trace, and that the length of the file is a number of whole traces. On reading {@link #headers trace headers}: that all traces have the
 * length and the sampling interval that the file states. On reading samples: that they are finite and within the range of single precision.
 *
 * <p><b>Cost.</b> Memory: one trace. Time: one read of the file system a trace or a trace header, wherever it is.
 *
 * <p><b>Threads.</b> Safe to use from several; they wait for each other. Interrupting a thread that reads closes the reader.
 */
public final class SegyReader implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final SegyHeader header;
    private final ByteBuffer trace;

    private SegyReader(Path path, FileChannel channel, SegyHeader header) {
        this.path = path;
        this.channel = channel;
        this.header = header;
        this.trace = ByteBuffer.allocateDirect((int) header.traceBytes());
    }

    /**
     * Opens a file and checks what can be checked at once.
     *
     * @param path the file
     * @return the reader
     * @throws ArrayFileException if it cannot be read, is no SEG-Y file of a kind that is read, or ends within a trace
     */
    public static SegyReader open(Path path) throws ArrayFileException {
        return open(path, Optional.empty());
    }

    /**
     * Opens a file of which one knows better than its header how its samples are written.
     *
     * @param path the file
     * @param format the format; as in the header when empty
     * @return the reader
     * @throws ArrayFileException as for {@link #open(Path)}
     */
    public static SegyReader open(Path path, Optional<SampleFormat> format) throws ArrayFileException {
        if (Files.isDirectory(path)) {
            throw new ArrayFileException(path, "this is a folder, not a file", "name a SEG-Y file in it");
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return new SegyReader(path, channel, HeaderReader.read(path, channel, format));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
    }

    /**
     * The file.
     *
     * @return as it was given
     */
    public Path path() {
        return path;
    }

    /**
     * What the file says of itself.
     *
     * @return the headers before the first trace
     */
    public SegyHeader header() {
        return header;
    }

    /**
     * Reads fields of all trace headers, in one pass.
     *
     * @param fields the fields, at least one
     * @return their values
     * @throws ArrayFileException if traces differ in length or in their sampling interval, or reading fails
     */
    public TraceHeaders headers(TraceField... fields) throws ArrayFileException {
        TraceHeaders.Collector collector = new TraceHeaders.Collector(path, header, fields);
        ByteBuffer bytes = ByteBuffer.allocateDirect(TraceField.HEADER_BYTES);
        try {
            for (int i = 0; i < header.traces(); i++) {
                fill(bytes.clear(), position(i));
                collector.add(i, bytes);
            }
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
        return collector.finish();
    }

    /**
     * Reads the samples of one trace.
     *
     * @param number its number, from 0
     * @param out where they go
     * @param offset the index in {@code out} of the first one
     * @throws IndexOutOfBoundsException if there is no such trace, or {@code out} is too short
     * @throws ArrayFileException if a sample is not finite or beyond the range of single precision, or reading fails
     */
    public synchronized void read(int number, double[] out, int offset) throws ArrayFileException {
        Objects.checkIndex(number, header.traces());
        Objects.checkFromIndexSize(offset, header.samples(), out.length);
        try {
            fill(trace.clear().position(TraceField.HEADER_BYTES), position(number) + TraceField.HEADER_BYTES);
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
        trace.position(TraceField.HEADER_BYTES);
        for (int i = 0; i < header.samples(); i++) {
            double value = header.format().decode(trace);
            if (!(Math.abs(value) <= Float.MAX_VALUE)) {
                throw bad(number, i, value);
            }
            out[offset + i] = value;
        }
    }

    private ArrayFileException bad(int number, int sample, double value) {
        String place = "trace " + (number + 1) + " of " + header.traces() + ", sample " + (sample + 1) + " of "
                + header.samples();
        if (!Double.isFinite(value)) {
            return new ArrayFileException(
                    path,
                    place + " is " + value + ", not a finite number",
                    "replace it, or leave the trace out" + doubtOfFormat(SampleFormat.IBM_FLOAT));
        }
        return new ArrayFileException(
                path,
                place + " is " + value + ", beyond the range of single precision",
                "scale the samples" + doubtOfFormat(SampleFormat.IEEE_FLOAT));
    }

    private String doubtOfFormat(SampleFormat other) {
        return other.bytes() == header.format().bytes()
                ? "; or are they " + other.describe() + ", and the code "
                        + header.format().describe() + " in the header wrong?"
                : "";
    }

    private long position(int number) {
        return header.firstTrace() + number * header.traceBytes();
    }

    private void fill(ByteBuffer bytes, long position) throws IOException {
        if (!HeaderReader.fill(channel, bytes, position)) {
            throw new ArrayFileException(
                    path, "has become shorter while it was read", "leave the file alone while it is read");
        }
    }

    @Override
    public void close() throws ArrayFileException {
        try {
            channel.close();
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
    }
}
