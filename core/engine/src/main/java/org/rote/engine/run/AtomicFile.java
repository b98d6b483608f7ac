package org.rote.engine.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are there whole or not at all, even when the machine stops. */
final class AtomicFile {

    private AtomicFile() {}

    /** The name that a file has while it is being written. */
    static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    static void write(Path file, String text) throws IOException {
        write(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    static void write(Path file, ByteBuffer... contents) throws IOException {
        Path unfinished = unfinished(file);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            for (ByteBuffer content : contents) {
                while (content.hasRemaining()) {
                    channel.write(content);
                }
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
