package org.rote.arrays;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * An array file that is being written, beside its final place under the name {@code <name>.part}. Values are buffered;
 * the header is put in front at any time. {@link #publish} gives it its name in one step.
 */
final class PartFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path path;
    private final Path part;
    private final ElementType type;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private final Encoder encoder;
    private long written;

    private PartFile(Path path, ElementType type, FileChannel channel, long written) {
        this.path = path;
        this.part = partOf(path);
        this.type = type;
        this.channel = channel;
        this.written = written;
        this.buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        this.encoder = new Encoder(path, type, BUFFER_BYTES / numberBytes());
    }

    /** Where the file at a path is while it is being written. */
    static Path partOf(Path path) {
        return path.resolveSibling(path.getFileName() + ".part");
    }

    /**
     * Starts a file; one left over from an earlier attempt is overwritten.
     *
     * @param header the bytes in front of the values
     */
    static PartFile create(Path path, ElementType type, byte[] header) throws ArrayFileException {
        if (Files.isDirectory(path)) {
            throw new ArrayFileException(path, "cannot be written: it is a folder", "give another name");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            String problem = "cannot be written: there is no folder " + folder;
            throw new ArrayFileException(path, problem, "create the folder, or give another name");
        }
        PartFile file =
                open(path, type, header.length, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            file.putHeader(header);
            return file;
        } catch (ArrayFileException e) {
            file.discard();
            throw e;
        }
    }

    /**
     * Goes on with a file.
     *
     * @param length how many bytes to keep; what follows is cut off
     */
    static PartFile resume(Path path, ElementType type, long length) throws ArrayFileException {
        PartFile file = open(path, type, length);
        try {
            file.channel.truncate(length);
            return file;
        } catch (IOException e) {
            file.close();
            throw ArrayFileException.writing(path, e, 0);
        }
    }

    private static PartFile open(Path path, ElementType type, long written, StandardOpenOption... options)
            throws ArrayFileException {
        StandardOpenOption[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = StandardOpenOption.WRITE;
        try {
            return new PartFile(path, type, FileChannel.open(partOf(path), all), written);
        } catch (IOException e) {
            throw ArrayFileException.writing(path, e, 0);
        }
    }

    private int numberBytes() {
        return type.bytes() / type.components();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Appends numbers: all of them, or none if the type cannot hold one. */
    void append(double[] values, int offset, int count) throws ArrayFileException {
        encoder.check(values, offset, count);
        for (int done = 0, block; done < count; done += block) {
            if (buffer.remaining() < numberBytes()) {
                flush();
            }
            block = Math.min(buffer.remaining() / numberBytes(), count - done);
            encoder.encode(values, offset + done, block, buffer);
        }
    }

    private void flush() throws ArrayFileException {
        buffer.flip();
        write(buffer, written);
        written += buffer.limit();
        buffer.clear();
    }

    private void putHeader(byte[] header) throws ArrayFileException {
        write(ByteBuffer.wrap(header), 0);
    }

    /** Puts all values on the disk, and only then a header that counts them. */
    void force(byte[] header) throws ArrayFileException {
        flush();
        try {
            channel.force(true);
            putHeader(header);
            channel.force(true);
        } catch (IOException e) {
            throw ArrayFileException.writing(path, e, 0);
        }
    }

    /** Closes the file, which must have been forced, and gives it its name, replacing what is there. */
    void publish() throws ArrayFileException {
        close();
        move(path, part, path);
    }

    /** Closes the file and removes it. */
    void discard() throws ArrayFileException {
        close();
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw ArrayFileException.writing(path, e, 0);
        }
    }

    /** Takes back the name of a finished file, to go on writing it. */
    static void unpublish(Path path) throws ArrayFileException {
        move(path, path, partOf(path));
    }

    private static void move(Path path, Path from, Path to) throws ArrayFileException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            String problem = "could not rename " + from + " to " + to + ": " + ArrayFileException.describe(e);
            throw ArrayFileException.because(
                    path, problem, "allow writing in the folder, and see what is at this name", e);
        }
    }

    private void write(ByteBuffer bytes, long position) throws ArrayFileException {
        long at = position;
        try {
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            // What is buffered and what is written no longer match: nothing more may follow.
            close();
            throw ArrayFileException.writing(path, e, bytes.remaining());
        }
    }

    /** Closes without writing what is buffered; the file keeps its temporary name. */
    @Override
    public void close() throws ArrayFileException {
        try {
            channel.close();
        } catch (IOException e) {
            throw ArrayFileException.writing(path, e, 0);
        }
    }
}
