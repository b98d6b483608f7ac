package org.rote.arrays.segy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rote.arrays.ArrayFileException;

/** Reads what stands before the first trace of a SEG-Y file, and finds from its length how many traces follow. */
final class HeaderReader {

    /** Length of the textual and the binary header. */
    static final int FIXED_BYTES = TextHeader.BYTES + 400;

    // fields of the binary header by the place of their first byte from the start of the file, counted from 1
    static final int INTERVAL = 3217;
    static final int SAMPLES = 3221;
    static final int FORMAT = 3225;
    static final int UNIT_OF_LENGTH = 3255;
    static final int REVISION = 3501;
    static final int FIXED_LENGTH = 3503;
    static final int EXTENDED_HEADERS = 3505;
    static final int EXTRA_TRACE_HEADERS = 3507;

    private static final int FEET = 2;
    private static final int BYTE_ORDER = 3297;
    private static final int LITTLE_ENDIAN_MARK = 0x04030201;
    private static final int UNTIL_END = -1;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES);

    private HeaderReader(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static SegyHeader read(Path path, FileChannel channel, Optional<SampleFormat> format) throws IOException {
        return new HeaderReader(path, channel).read(format);
    }

    /** Fills a buffer from its position to its limit and sets it back; says whether the file is long enough. */
    static boolean fill(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        int start = bytes.position();
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position() - start) < 0) {
                return false;
            }
        }
        bytes.position(start);
        return true;
    }

    private SegyHeader read(Optional<SampleFormat> given) throws IOException {
        if (!fill(channel, bytes, 0)) {
            throw wrong(
                    "has " + channel.size() + " bytes, but a SEG-Y file begins with " + FIXED_BYTES
                            + " bytes of headers",
                    "name a SEG-Y file, or copy it again");
        }
        SampleFormat format = given.isPresent() ? given.get() : format();
        long firstTrace = FIXED_BYTES + extendedHeaders() * TextHeader.BYTES;
        int samples = unsigned(SAMPLES);
        int interval = unsigned(INTERVAL);
        ByteBuffer trace = ByteBuffer.allocate(TraceField.HEADER_BYTES);
        if (fill(channel, trace, firstTrace)) {
            samples = samples == 0 ? TraceField.SAMPLES.getUnsigned(trace) : samples;
            interval = interval == 0 ? TraceField.INTERVAL.getUnsigned(trace) : interval;
        }
        byte[] text = new byte[TextHeader.BYTES];
        bytes.get(0, text);
        SegyHeader header = new SegyHeader(
                TextHeader.decode(text), format, 0, samples, interval, unsigned(UNIT_OF_LENGTH) == FEET, firstTrace);
        return withTraces(header);
    }

    private int unsigned(int field) {
        return bytes.getShort(field - 1) & 0xffff;
    }

    private SampleFormat format() throws ArrayFileException {
        int code = unsigned(FORMAT);
        Optional<SampleFormat> format = SampleFormat.ofCode(code);
        if (format.isPresent() && bytes.getInt(BYTE_ORDER - 1) != LITTLE_ENDIAN_MARK) {
            return format.get();
        }
        int swapped = Short.reverseBytes((short) code) & 0xffff;
        if (SampleFormat.ofCode(swapped).isPresent() || format.isPresent()) {
            throw wrong("is little endian, and SEG-Y of revision 1 is big endian", "write it again as big endian");
        }
        throw wrong(
                "has the sample format " + code + " (bytes " + FORMAT + "-" + (FORMAT + 1) + "), read are "
                        + SampleFormat.codes(),
                "name a SEG-Y file, or write it again in one of these formats");
    }

    private long extendedHeaders() throws IOException {
        int revision = unsigned(REVISION) >> 8;
        if (revision == 0) {
            return 0;
        }
        if (revision > 1 && bytes.getInt(EXTRA_TRACE_HEADERS - 1) != 0) {
            throw wrong(
                    "is of revision " + revision + " with additional trace headers, which are not read",
                    "write it again as revision 1");
        }
        int count = bytes.getShort(EXTENDED_HEADERS - 1);
        if (count >= 0) {
            return count;
        }
        if (count == UNTIL_END) {
            return untilEnd();
        }
        throw wrong(
                "states " + count + " extended textual headers (bytes 3505-3506)",
                "correct the number: 0 or more, or -1 where a block " + TextHeader.END + " ends them");
    }

    private long untilEnd() throws IOException {
        ByteBuffer block = ByteBuffer.allocate(TextHeader.BYTES);
        for (long count = 1; fill(channel, block.clear(), FIXED_BYTES + (count - 1) * TextHeader.BYTES); count++) {
            List<String> lines = TextHeader.decode(block.array());
            if (String.join("", lines).replace(" ", "").contains(TextHeader.END)) {
                return count;
            }
        }
        throw wrong(
                "has extended textual headers without their end, a block " + TextHeader.END,
                "state their number in bytes 3505-3506 of the file");
    }

    private SegyHeader withTraces(SegyHeader header) throws IOException {
        long length = channel.size() - header.firstTrace();
        if (length < 0) {
            throw wrong(
                    "has " + channel.size() + " bytes, but its headers alone take " + header.firstTrace(),
                    "copy it again, or correct the number of extended textual headers (bytes 3505-3506)");
        }
        if (header.samples() == 0 && length > 0) {
            throw wrong(
                    "states 0 samples for each trace (bytes 3221-3222, and 115-116 of the first trace header)",
                    "correct the number");
        }
        long traces = length / header.traceBytes();
        long rest = length % header.traceBytes();
        if (rest != 0 || traces > Integer.MAX_VALUE) {
            throw wrong(
                    "holds " + traces + " whole traces of " + header.samples() + " samples (" + header.traceBytes()
                            + " bytes each, with their headers) and " + rest + " bytes more",
                    "copy it again if it was cut short; or correct the number of samples (bytes 3221-3222) or the format "
                            + header.format().describe() + " (bytes 3225-3226)");
        }
        return new SegyHeader(
                header.text(),
                header.format(),
                (int) traces,
                header.samples(),
                header.interval(),
                header.isInFeet(),
                header.firstTrace());
    }

    private ArrayFileException wrong(String problem, String fix) {
        return new ArrayFileException(path, problem, fix);
    }
}
