package org.rote.plugins.format.segy;

import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import org.rote.arrays.ArrayFileException;
import org.rote.spi.InvalidInputException;
import org.rote.spi.RunInterruptedException;

/** Says of a file what the user must know. */
final class FileProblem {

    private FileProblem() {}

    /** What a file that cannot be read means: wrong input, or a run that the user stopped while it read. */
    static RuntimeException of(Path file, ArrayFileException e) {
        RuntimeException problem = e.getCause() instanceof ClosedByInterruptException
                ? new RunInterruptedException()
                : of(file, e.problem(), e.fix());
        problem.initCause(e);
        return problem;
    }

    static InvalidInputException of(Path file, String what, String fix) {
        return new InvalidInputException("file", file + ": " + what, fix);
    }
}
