package org.rote.arrays;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * An array file that cannot be read or written: which file, what is wrong with it, and what to do about it.
 *
 * <p>The message is {@code <path>: <problem>}, and on a second line {@code fix  <fix>}; both parts are sentences for the
 * person who named the file.
 */
public final class ArrayFileException extends IOException {
    private final transient Path path;
    private final String problem;
    private final String fix;

    /**
     * A problem that was found in the file itself.
     *
     * @param path the file
     * @param problem what is wrong, with values
     * @param fix what the user can do about it
     */
    public ArrayFileException(Path path, String problem, String fix) {
        super(path + ": " + problem + "\n  fix  " + fix);
        this.path = path;
        this.problem = problem;
        this.fix = fix;
    }

    private ArrayFileException(Path path, String problem, String fix, Throwable cause) {
        this(path, problem, fix);
        initCause(cause);
    }

    /**
     * Says what a failure of the operating system while reading means to the user.
     *
     * @param path the file
     * @param cause the failure; handed back if it is one of these already
     * @return the explanation
     */
    public static ArrayFileException reading(Path path, IOException cause) {
        if (cause instanceof ArrayFileException known) {
            return known;
        }
        if (cause instanceof NoSuchFileException) {
            return new ArrayFileException(path, "there is no such file", "correct the name of the file", cause);
        }
        if (cause instanceof AccessDeniedException) {
            return new ArrayFileException(path, "the file may not be read", "allow yourself to read it", cause);
        }
        if (cause instanceof ZipException) {
            String problem = "the gzip data are damaged: " + cause.getMessage();
            return new ArrayFileException(path, problem, "copy the file again from where it came", cause);
        }
        if (cause instanceof ClosedByInterruptException) {
            return new ArrayFileException(path, "reading was interrupted", "start the reading again", cause);
        }
        if (cause instanceof ClosedChannelException) {
            return new ArrayFileException(path, "the reader is closed", "open the file again", cause);
        }
        String problem = "reading failed: " + describe(cause);
        return new ArrayFileException(path, problem, "check the disk and the permissions of the file", cause);
    }

    /**
     * Says what a failure of the operating system while writing means to the user.
     *
     * @param path the file
     * @param cause the failure; handed back if it is one of these already
     * @param bytesLeft how many bytes could not be written
     * @return the explanation
     */
    public static ArrayFileException writing(Path path, IOException cause, long bytesLeft) {
        if (cause instanceof ArrayFileException known) {
            return known;
        }
        if (cause instanceof AccessDeniedException) {
            String problem = "cannot be written: permission denied";
            return new ArrayFileException(
                    path, problem, "allow yourself to write in this folder, or give another", cause);
        }
        if (cause instanceof ClosedByInterruptException) {
            return new ArrayFileException(path, "writing was interrupted", "resume the run", cause);
        }
        if (cause instanceof ClosedChannelException) {
            return new ArrayFileException(path, "the writer is closed", "resume the file", cause);
        }
        String reason = describe(cause);
        if (isDiskFull(reason)) {
            String problem =
                    "the disk is full: " + bytesLeft + " bytes more are needed now, and " + free(path) + " are free";
            return new ArrayFileException(path, problem, "make room and resume, or write to another disk", cause);
        }
        String problem = "writing failed: " + reason;
        return new ArrayFileException(path, problem, "check the disk and the permissions of the folder", cause);
    }

    /** The words of Linux and macOS, of Windows, and of a user's quota. */
    private static boolean isDiskFull(String reason) {
        return reason.contains("No space left")
                || reason.contains("not enough space")
                || reason.contains("uota exceeded");
    }

    private static long free(Path path) {
        try {
            return Files.getFileStore(path.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    /** A failure of the operating system that has an explanation of its own. */
    static ArrayFileException because(Path path, String problem, String fix, Throwable cause) {
        return new ArrayFileException(path, problem, fix, cause);
    }

    /** The reason that the system gave, or at least the kind of failure. */
    static String describe(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** What is wrong, with values. */
    public String problem() {
        return problem;
    }

    /** What the user can do about it. */
    public String fix() {
        return fix;
    }
}
