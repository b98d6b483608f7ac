package org.rote.arrays;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Array files put together by hand, right or wrong in any part. */
final class NpyFiles {
    private NpyFiles() {}

    /** A file of version 1 with this text as its header, without padding, and these bytes of data. */
    static byte[] versionOne(String header, byte... data) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        return file(1, ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) text.length), text, data);
    }

    /** A file of version 2 or 3 with this text as its header, without padding, and these bytes of data. */
    static byte[] version(int version, String header, byte... data) {
        byte[] text = header.getBytes(version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return file(
                version, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(text.length), text, data);
    }

    private static byte[] file(int version, ByteBuffer length, byte[] text, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1));
        out.write(version);
        out.write(0);
        out.writeBytes(length.array());
        out.writeBytes(text);
        out.writeBytes(data);
        return out.toByteArray();
    }

    /** The dictionary of a header. */
    static String header(String descr, boolean fortranOrder, String shape) {
        String fortran = fortranOrder ? "True" : "False";
        return "{'descr': '" + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }\n";
    }

    /** Bytes written as pairs of hexadecimal digits, with spaces anywhere. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError("a stream in memory does not fail", e);
        }
        return out.toByteArray();
    }

    static Path write(Path folder, String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** The numbers 0, 1, 2, ... as doubles. */
    static double[] counting(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return values;
    }
}
