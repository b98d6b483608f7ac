package org.rote.arrays.segy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.rote.arrays.ArrayFileException;

/**
 * Writes a SEG-Y file of revision 1 trace by trace: big endian, textual header in EBCDIC, lengths in metres.
 *
 * <p>While it grows the file is called {@code <name>.part}; {@link #finish} puts everything on the disk and gives it its name in one step, replacing an older file. {@link #close} without
 * {@code finish}, as after an exception, removes it.
 *
 * <p>Memory: about 1 MiB. One thread at a time.
 */
public final class SegyWriter implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int MOST_SAMPLES = 65_535;
    private static final int MOST_INTERVAL = 65_535;
    private static final int REVISION_ONE = 0x0100;
    private static final int METRES = 1;
    private static final int MOST_CHARACTERS = 76;

    private final Path path;
    private final Path part;
    private final Settings settings;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private int traces;
    private boolean isFinished;

    /**
     * What all traces of a file have in common.
     *
     * @param format how samples are written: {@link SampleFormat#IEEE_FLOAT} or {@link SampleFormat#IBM_FLOAT}
     * @param samples how many samples each trace has, from 1 to 65535
     * @param interval the sampling interval in µs, from 1 to 65535
     * @param text lines of the textual header, at most 38 of at most 76 characters of ASCII each
     */
    public record Settings(SampleFormat format, int samples, int interval, List<String> text) {

        /** Checks the ranges stated above; throws {@link IllegalArgumentException}. */
        public Settings {
            text = List.copyOf(text);
            if (format != SampleFormat.IEEE_FLOAT && format != SampleFormat.IBM_FLOAT) {
                throw new IllegalArgumentException("format=" + format + " is not written, only floats are");
            }
            if (samples < 1 || samples > MOST_SAMPLES) {
                throw new IllegalArgumentException("samples=" + samples + " is not from 1 to " + MOST_SAMPLES);
            }
            if (interval < 1 || interval > MOST_INTERVAL) {
                throw new IllegalArgumentException("interval=" + interval + " µs is not from 1 to " + MOST_INTERVAL);
            }
            if (text.size() > TextHeader.LINES - 2 || text.stream().anyMatch(line -> line.length() > MOST_CHARACTERS)) {
                throw new IllegalArgumentException("text=" + text + " is more than 38 lines of 76 characters");
            }
        }
    }

    private SegyWriter(Path path, Settings settings, FileChannel channel) {
        this.path = path;
        this.part = partOf(path);
        this.settings = settings;
        this.channel = channel;
        this.buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    }

    private static Path partOf(Path path) {
        return path.resolveSibling(path.getFileName() + ".part");
    }

    /**
     * Starts a file of no traces.
     *
     * @param path where the finished file will be
     * @param settings what all traces have in common
     * @return the writer
     * @throws ArrayFileException if the file cannot be written
     */
    public static SegyWriter create(Path path, Settings settings) throws ArrayFileException {
        if (Files.isDirectory(path)) {
            throw new ArrayFileException(path, "cannot be written: it is a folder", "give another name");
        }
        try {
            FileChannel channel = FileChannel.open(
                    partOf(path),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            SegyWriter writer = new SegyWriter(path, settings, channel);
            writer.putHeaders();
            return writer;
        } catch (IOException e) {
            throw ArrayFileException.writing(path, e, HeaderReader.FIXED_BYTES);
        }
    }

    private void putHeaders() {
        String[] lines = new String[TextHeader.LINES];
        for (int line = 0; line < lines.length; line++) {
            lines[line] = line < settings.text().size() ? settings.text().get(line) : "";
        }
        lines[TextHeader.LINES - 2] = "SEG Y REV1";
        lines[TextHeader.LINES - 1] = "END TEXTUAL HEADER";
        buffer.put(TextHeader.encode(List.of(lines)));
        buffer.put(new byte[HeaderReader.FIXED_BYTES - TextHeader.BYTES]);
        putShort(HeaderReader.INTERVAL, settings.interval());
        putShort(HeaderReader.SAMPLES, settings.samples());
        putShort(HeaderReader.FORMAT, settings.format().code());
        putShort(HeaderReader.UNIT_OF_LENGTH, METRES);
        putShort(HeaderReader.REVISION, REVISION_ONE);
        putShort(HeaderReader.FIXED_LENGTH, 1);
    }

    private void putShort(int field, int value) {
        buffer.putShort(field - 1, (short) value);
    }

    /**
     * Appends a trace. Number in the line and in the file, kind, number of samples and sampling interval are set in its header where they are not.
     *
     * @param header its header
     * @param values where its samples are
     * @param offset the index in {@code values} of the first one
     * @throws IndexOutOfBoundsException if {@code values} has too few
     * @throws ArrayFileException if a sample is not finite or beyond the range of single precision, or the disk is full or fails
     */
    public void append(TraceHeader header, double[] values, int offset) throws ArrayFileException {
        Objects.checkFromIndexSize(offset, settings.samples(), values.length);
        for (int i = 0; i < settings.samples(); i++) {
            if (!(Math.abs(values[offset + i]) <= Float.MAX_VALUE)) {
                throw new ArrayFileException(
                        path,
                        "sample " + (i + 1) + " of trace " + (traces + 1) + " is " + values[offset + i]
                                + ", which single precision cannot hold",
                        "write finite numbers of moderate size");
            }
        }
        traces++;
        putHeader(header);
        for (int i = 0; i < settings.samples(); i++) {
            reserve(Integer.BYTES);
            double value = values[offset + i];
            if (settings.format() == SampleFormat.IBM_FLOAT) {
                buffer.putInt(IbmFloat.fromDouble(value));
            } else {
                buffer.putFloat((float) value);
            }
        }
    }

    private void putHeader(TraceHeader header) throws ArrayFileException {
        reserve(TraceField.HEADER_BYTES);
        ByteBuffer bytes = ByteBuffer.allocate(TraceField.HEADER_BYTES);
        TraceField.TRACE_IN_LINE.put(bytes, traces);
        TraceField.TRACE_IN_FILE.put(bytes, traces);
        TraceField.TRACE_CODE.put(bytes, 1);
        TraceField.SAMPLES.put(bytes, settings.samples());
        TraceField.INTERVAL.put(bytes, settings.interval());
        header.put(bytes);
        buffer.put(bytes);
    }

    private void reserve(int bytes) throws ArrayFileException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws ArrayFileException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw ArrayFileException.writing(path, e, buffer.remaining());
        }
        buffer.clear();
    }

    /**
     * Puts everything on the disk and gives the file its name; the writer is then closed.
     *
     * @throws ArrayFileException if the disk is full or fails, or the file cannot be renamed
     */
    public void finish() throws ArrayFileException {
        flush();
        try {
            channel.force(true);
            channel.close();
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            isFinished = true;
        } catch (IOException e) {
            throw ArrayFileException.writing(path, e, 0);
        }
    }

    /** Closes the file, and removes it if it was not finished. */
    @Override
    public void close() throws ArrayFileException {
        try {
            channel.close();
            if (!isFinished) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw ArrayFileException.writing(path, e, 0);
        }
    }
}
