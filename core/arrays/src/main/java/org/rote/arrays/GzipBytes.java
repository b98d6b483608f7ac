package org.rote.arrays;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * A gzip file: forward is cheap, since the bytes in between are decompressed and dropped; backward starts again at the
 * beginning. The length is known only at the end, where gzip's own checksum is verified as well.
 */
final class GzipBytes implements ByteSource {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final byte[] skipped = new byte[BUFFER_BYTES];
    private InputStream in = InputStream.nullInputStream();
    private long position = Long.MAX_VALUE;
    private boolean cutShort;
    private boolean closed;

    GzipBytes(Path path) {
        this.path = path;
    }

    @Override
    public int read(long from, ByteBuffer into) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        try {
            if (from < position) {
                restart();
            }
            while (position < from) {
                int most = (int) Math.min(skipped.length, from - position);
                if (take(skipped, 0, most) < most) {
                    return 0;
                }
            }
            int got = take(into.array(), into.arrayOffset() + into.position(), into.remaining());
            into.position(into.position() + got);
            return got;
        } catch (EOFException e) {
            cutShort = true;
            return 0;
        }
    }

    private void restart() throws IOException {
        in.close();
        position = Long.MAX_VALUE;
        InputStream file = Files.newInputStream(path);
        try {
            in = new GZIPInputStream(file, BUFFER_BYTES);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        position = 0;
    }

    /** Takes up to {@code count} bytes from the stream, fewer only where it ends. */
    private int take(byte[] to, int offset, int count) throws IOException {
        int taken = 0;
        try {
            while (taken < count) {
                int got = in.read(to, offset + taken, count - taken);
                if (got < 0) {
                    break;
                }
                taken += got;
            }
        } catch (EOFException e) {
            cutShort = true;
        }
        position += taken;
        return taken;
    }

    @Override
    public ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public String ending() {
        return cutShort ? "the gzip data are cut short" : "the decompressed data end";
    }

    @Override
    public boolean cutShort() {
        return cutShort;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        in.close();
    }
}
