package org.rote.plugins.report.html.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes pictures of at most 256 colours as PNG. Source: Portable Network Graphics specification, ISO/IEC 15948. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS = 8;
    private static final byte INDEXED = 3;
    private static final byte FILTER_NONE = 0;
    /** Each byte less the one above it. */
    private static final byte FILTER_UP = 2;

    private Png() {}

    /**
     * A picture whose color number 0 is transparent.
     *
     * @param width pixels in a row
     * @param pixels color numbers row by row, from the top
     * @param colors the colours 1, 2, … as 0xRRGGBB, at most 255
     * @return the bytes of the file
     */
    static byte[] encode(int width, byte[] pixels, int[] colors) {
        int height = pixels.length / width;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        ByteBuffer header =
                ByteBuffer.allocate(13).putInt(width).putInt(height).put(BITS).put(INDEXED);
        chunk(file, "IHDR", header.array());
        ByteBuffer palette = ByteBuffer.allocate(3 * (colors.length + 1)).put(new byte[3]);
        for (int color : colors) {
            palette.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
        }
        chunk(file, "PLTE", palette.array());
        chunk(file, "tRNS", new byte[1]);
        chunk(file, "IDAT", deflate(filtered(width, pixels)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** A row that repeats the one above it becomes zeros; color numbers have no other likeness worth a filter. */
    private static byte[] filtered(int width, byte[] pixels) {
        ByteBuffer rows = ByteBuffer.allocate(pixels.length + pixels.length / width);
        for (int at = 0; at < pixels.length; at += width) {
            boolean repeats = at > 0 && Arrays.equals(pixels, at, at + width, pixels, at - width, at);
            if (repeats) {
                rows.put(FILTER_UP).put(new byte[width]);
            } else {
                rows.put(FILTER_NONE).put(pixels, at, width);
            }
        }
        return rows.array();
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
