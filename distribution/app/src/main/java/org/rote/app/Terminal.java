package org.rote.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where the command writes.
 *
 * @param out what was asked for
 * @param err progress, warnings and errors
 * @param interactive whether a person looks on
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    private static final int USUAL_COLUMNS = 80;

    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    /** The width that the launcher tells, or the usual one. */
    int columns() {
        return Integer.getInteger("rote.columns", USUAL_COLUMNS);
    }
}
