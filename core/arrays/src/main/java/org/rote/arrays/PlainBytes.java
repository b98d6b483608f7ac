package org.rote.arrays;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;

/** An uncompressed file: any position at the cost of one read. */
final class PlainBytes implements ByteSource {
    private final FileChannel channel;

    PlainBytes(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        int start = into.position();
        while (into.hasRemaining()) {
            int got = channel.read(into, position + into.position() - start);
            if (got < 0) {
                break;
            }
        }
        return into.position() - start;
    }

    @Override
    public ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes);
    }

    @Override
    public OptionalLong size() throws IOException {
        return OptionalLong.of(channel.size());
    }

    @Override
    public String ending() {
        return "the file ends";
    }

    @Override
    public boolean cutShort() {
        return false;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
