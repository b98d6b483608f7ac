package org.rote.arrays;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** The bytes of an array file by position, with compression already taken off. Not for several threads at once. */
interface ByteSource extends Closeable {
    /**
     * Fills a buffer from its position to its limit.
     *
     * @param position where the first byte stands in the decompressed file
     * @return how many bytes were read: fewer than asked for only where the file ends
     */
    int read(long position, ByteBuffer into) throws IOException;

    /** A buffer of the kind that this source fills without a further copy. */
    ByteBuffer buffer(int bytes);

    /** The length in bytes, where it is known without reading everything. */
    OptionalLong size() throws IOException;

    /** What has ended when fewer bytes came than were asked for, for messages. */
    String ending();

    /** Whether compressed data have been found to end without their proper end. */
    boolean cutShort();

    /** Opens a file as it is. */
    static ByteSource openPlain(Path path, String fixOfFolder) throws IOException {
        if (Files.isDirectory(path)) {
            throw new ArrayFileException(path, "this is a folder, not a file", fixOfFolder);
        }
        return new PlainBytes(FileChannel.open(path, StandardOpenOption.READ));
    }

    /** Opens a file; whether it is compressed is told by its first bytes, not by its name. */
    static ByteSource open(Path path) throws IOException {
        ByteSource plain = openPlain(path, "name an .npy file in it");
        try {
            ByteBuffer magic = ByteBuffer.allocate(2);
            boolean gzip = plain.read(0, magic) == 2 && magic.get(0) == 0x1f && magic.get(1) == (byte) 0x8b;
            if (!gzip) {
                return plain;
            }
        } catch (IOException e) {
            plain.close();
            throw e;
        }
        plain.close();
        return new GzipBytes(path);
    }
}
