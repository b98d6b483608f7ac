package org.rote.arrays;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Elements in the order in which the file holds them. */
final class StoredElements implements Elements {
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path path;
    private final NpyHeader header;
    private final ByteSource source;
    private final ByteBuffer buffer;
    private final Decoder decoder;
    private boolean endSeen;

    /** Checks the length of the file against its header as far as it is known. */
    StoredElements(Path path, NpyHeader header, ByteSource source) throws IOException {
        this.path = path;
        this.header = header;
        this.source = source;
        this.endSeen = source.size().isPresent();
        if (endSeen) {
            checkLength(source.size().getAsLong());
        } else if (header.dataBytes() == 0) {
            checkEnd();
        }
        int bytes = (int) Math.max(header.type().bytes(), Math.min(BUFFER_BYTES, header.dataBytes()));
        buffer = source.buffer(bytes).order(header.byteOrder());
        decoder = new Decoder(path, header.type(), bytes / header.type().bytes() * components());
    }

    private int components() {
        return header.type().components();
    }

    Decoder decoder() {
        return decoder;
    }

    @Override
    public void read(long first, int count, double[] out, int offset) throws IOException {
        int perBlock = buffer.capacity() / header.type().bytes();
        for (int done = 0, block; done < count; done += block) {
            block = Math.min(perBlock, count - done);
            fill(first + done, block);
            long number = (first + done) * components();
            decoder.decode(buffer, block * components(), number, out, offset + done * components());
        }
    }

    @Override
    public void read(long first, int count, float[] out, int offset) throws IOException {
        int perBlock = buffer.capacity() / header.type().bytes();
        for (int done = 0, block; done < count; done += block) {
            block = Math.min(perBlock, count - done);
            fill(first + done, block);
            long number = (first + done) * components();
            decoder.decode(buffer, block * components(), number, out, offset + done * components());
        }
    }

    private void fill(long first, int count) throws IOException {
        int bytes = count * header.type().bytes();
        long position = header.dataOffset() + first * header.type().bytes();
        int got = source.read(position, buffer.clear().limit(bytes));
        if (got < bytes) {
            // A skipping read that met the end tells nothing about where: find out by reading from the start of the
            // data.
            throw truncated(got > 0 || first == 0 ? position + got : measure());
        }
        buffer.flip();
        if (!endSeen && first + count == header.shape().elements()) {
            checkEnd();
        }
    }

    /** How long a file is that ends early. */
    private long measure() throws IOException {
        ByteBuffer block = source.buffer(BUFFER_BYTES);
        long length = 0;
        int got;
        do {
            got = source.read(length, block.clear());
            length += got;
        } while (got > 0);
        return length;
    }

    private void checkLength(long length) throws ArrayFileException {
        if (length < header.fileBytes()) {
            throw truncated(length);
        }
        if (length > header.fileBytes()) {
            throw tooLong((length - header.fileBytes()) + " bytes more");
        }
    }

    /** Where a compressed file should end: meets the checksum, and whatever comes too much. */
    private void checkEnd() throws IOException {
        if (source.read(header.fileBytes(), source.buffer(1)) > 0) {
            throw tooLong("more bytes");
        }
        if (source.cutShort()) {
            throw new ArrayFileException(
                    path,
                    "the gzip data are cut short at the very end: the values are all there, but not their checksum",
                    "copy the file again from where it came");
        }
        endSeen = true;
    }

    private ArrayFileException truncated(long length) {
        long found = Math.max(0, length - header.dataOffset());
        long sliceBytes = header.shape().sliceElements() * header.type().bytes();
        String whole = header.fortranOrder()
                ? "no slice is sure to be whole, for they are interleaved (Fortran order)"
                : found / Math.max(1, sliceBytes) + " of " + header.shape().slices() + " slices are whole";
        return new ArrayFileException(
                path,
                "truncated: " + source.ending() + " after " + found + " bytes of data, but shape " + header.shape()
                        + " of " + header.type().code() + " needs " + header.dataBytes() + "; " + whole,
                "copy or write the file again");
    }

    private ArrayFileException tooLong(String excess) {
        return new ArrayFileException(
                path,
                "the file holds " + excess + " than shape " + header.shape() + " of "
                        + header.type().code() + " needs (" + header.dataBytes() + " bytes of data)",
                "write the file again with one array in it; if it is still being written, wait until it is finished");
    }
}
