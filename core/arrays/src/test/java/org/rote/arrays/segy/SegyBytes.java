package org.rote.arrays.segy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** SEG-Y files laid by hand, byte by byte as the standard numbers them, with nothing of what is tested. */
final class SegyBytes {

    private byte[] text = " ".repeat(3200).getBytes(StandardCharsets.US_ASCII);
    private final ByteBuffer binary = ByteBuffer.allocate(400);
    private final List<byte[]> parts = new ArrayList<>();

    /** IEEE floats, 4 ms. */
    static SegyBytes of(int samples) {
        return new SegyBytes().file2(3217, 4000).file2(3221, samples).file2(3225, 5);
    }

    SegyBytes text(byte[] header) {
        text = header.clone();
        return this;
    }

    /** Two bytes of the file, which are in the binary header. */
    SegyBytes file2(int first, int value) {
        binary.putShort(first - 3201, (short) value);
        return this;
    }

    SegyBytes file4(int first, int value) {
        binary.putInt(first - 3201, value);
        return this;
    }

    SegyBytes block(String ascii) {
        parts.add((ascii + " ".repeat(3200 - ascii.length())).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** A trace of raw words of four bytes. */
    SegyBytes words(Header header, int... words) {
        ByteBuffer samples = ByteBuffer.allocate(4 * words.length);
        samples.asIntBuffer().put(words);
        return bytes(header, samples.array());
    }

    SegyBytes floats(Header header, float... values) {
        ByteBuffer samples = ByteBuffer.allocate(4 * values.length);
        samples.asFloatBuffer().put(values);
        return bytes(header, samples.array());
    }

    SegyBytes bytes(Header header, byte... samples) {
        parts.add(header.bytes.array().clone());
        parts.add(samples);
        return this;
    }

    Path write(Path file) throws IOException {
        Files.write(file, all());
        return file;
    }

    byte[] all() {
        ByteBuffer all = ByteBuffer.allocate(
                3600 + parts.stream().mapToInt(part -> part.length).sum());
        all.put(text).put(binary.array());
        parts.forEach(all::put);
        return all.array();
    }

    /** A trace header. */
    static final class Header {

        private final ByteBuffer bytes = ByteBuffer.allocate(240);

        static Header of(int fieldRecord, int traceInRecord) {
            return new Header().put4(9, fieldRecord).put4(13, traceInRecord);
        }

        Header put2(int first, int value) {
            bytes.putShort(first - 1, (short) value);
            return this;
        }

        Header put4(int first, int value) {
            bytes.putInt(first - 1, value);
            return this;
        }
    }
}
