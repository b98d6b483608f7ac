package org.rote.engine.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.rote.arrays.ArrayFileException;
import org.rote.engine.execution.Interrupt;
import org.rote.spi.InvalidInputException;
import org.rote.spi.RunInterruptedException;

/** What it means to the user when a file of the run directory cannot be written or read. */
final class Storage {

    private Storage() {}

    /**
     * Stops the whole run: no case can go on when its draws cannot be kept. The exception that passes through whatever was writing is that of an interrupt,
     * which no plugin is blamed for.
     */
    static RunInterruptedException stop(Interrupt interrupt, Path file, IOException cause) {
        interrupt.fail(failure(file, cause));
        return new RunInterruptedException();
    }

    static InvalidInputException failure(Path file, IOException cause) {
        InvalidInputException failure = explain(file, cause);
        failure.initCause(cause);
        return failure;
    }

    private static InvalidInputException explain(Path file, IOException cause) {
        if (cause instanceof ArrayFileException array) {
            return new InvalidInputException(
                    array.path().toString(), array.problem(), array.fix() + "; then go on with --resume");
        }
        if (cause instanceof AccessDeniedException) {
            return new InvalidInputException(
                    file.toString(),
                    "permission denied",
                    "allow yourself to write there, or give another directory with --out");
        }
        String reason = reason(cause);
        if (reason.contains("No space left")
                || reason.contains("not enough space")
                || reason.contains("uota exceeded")) {
            return new InvalidInputException(
                    file.toString(),
                    "the disk is full: " + free(file) + " bytes are free",
                    "make room, then go on with --resume");
        }
        return new InvalidInputException(
                file.toString(), reason, "check the disk and the directory, then go on with --resume");
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or directory, and it cannot be made";
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static long free(Path file) {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
