package org.rote.app;

import org.rote.engine.manifest.ManifestException;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.Problem;
import org.rote.spi.RunInterruptedException;

/** What is told of a failure, and the exit code that stands for it. */
final class Faults {

    static final int MANIFEST = 2;
    static final int PLUGIN = 3;
    static final int NUMERICS = 4;
    static final int INTERRUPTED = 130;

    private static final int UNEXPECTED = 70;

    private Faults() {}

    /** Tells the user and gives the exit code. */
    static int tell(Throwable thrown, Terminal terminal, boolean debug) {
        if (debug) {
            thrown.printStackTrace(terminal.err());
        }
        terminal.err().println(text(thrown, debug));
        return code(thrown);
    }

    static int code(Throwable thrown) {
        if (thrown instanceof ManifestException || thrown instanceof InvalidInputException) {
            return MANIFEST;
        }
        if (thrown instanceof PluginException || thrown instanceof PluginsUnusable) {
            return PLUGIN;
        }
        if (thrown instanceof NumericsException || thrown instanceof OutOfMemoryError) {
            return NUMERICS;
        }
        return thrown instanceof RunInterruptedException ? INTERRUPTED : UNEXPECTED;
    }

    private static String text(Throwable thrown, boolean debug) {
        if (thrown instanceof InvalidInputException invalid) {
            return String.join(
                    "\n", invalid.problems().stream().map(Faults::problem).toList());
        }
        if (thrown instanceof OutOfMemoryError) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            return "Java's heap of " + megabytes + " MiB is full (" + thrown.getMessage()
                    + ")\n  fix  give it more, ROTE_JAVA_OPTS=-Xmx" + 2 * megabytes
                    + "m, or ask for less: fewer or smaller models, less memory for an operator, fewer draws; a run goes on with --resume";
        }
        if (code(thrown) != UNEXPECTED) {
            return String.valueOf(thrown.getMessage());
        }
        return "rote failed unexpectedly: " + thrown
                + (debug ? "" : "\n  fix  run again with --debug and report what it prints");
    }

    private static String problem(Problem problem) {
        return (problem.where().isEmpty() ? "" : problem.where() + ": ")
                + problem.what()
                + (problem.fix().isEmpty() ? "" : "\n  fix  " + problem.fix());
    }
}
